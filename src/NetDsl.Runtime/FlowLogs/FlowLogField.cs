using NetDsl.Addressing;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>A field of flow-log records. Source: "Flow log records", Amazon VPC User Guide.</summary>
/// <param name="Name">Its name in text, for example <c>account-id</c>.</param>
/// <param name="Version">The version that brought it.</param>
/// <param name="Type">The type of its column in Parquet.</param>
/// <param name="Value">What a record has in it.</param>
public sealed record FlowLogField(string Name, int Version, FlowLogFieldType Type, FlowLogReading Value)
{
    /// <summary>Its name as a column, for example <c>account_id</c>.</summary>
    public string ColumnName => Name.Replace('-', '_');
}

/// <summary>Reads a field of a record.</summary>
/// <param name="record">The record.</param>
public delegate FlowLogValue FlowLogReading(in FlowLogRecord record);

/// <summary>The types of fields in Parquet.</summary>
public enum FlowLogFieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number of 32 bits.</summary>
    Integer,

    /// <summary>A number of 64 bits.</summary>
    Long,
}

/// <summary>What a record has in a field: a name, an address, a number or nothing. Numbers and addresses are no text yet, so that an encoding need not make any.</summary>
public readonly record struct FlowLogValue
{
    private FlowLogValue(string? name, IpAddress? address, long? number) => (Name, Address, Number) = (name, address, number);

    /// <summary>The field does not apply; <c>-</c> in text.</summary>
    public static FlowLogValue Absent => default;

    /// <summary>A name that many records share.</summary>
    public string? Name { get; }

    /// <summary>An address.</summary>
    public IpAddress? Address { get; }

    /// <summary>A number.</summary>
    public long? Number { get; }

    /// <summary>A name; nothing where there is none.</summary>
    public static FlowLogValue Of(string? name) => new(name, null, null);

    /// <summary>An address.</summary>
    public static FlowLogValue Of(IpAddress address) => new(null, address, null);

    /// <summary>A number; nothing where there is none.</summary>
    public static FlowLogValue Of(long? number) => new(null, null, number);
}
