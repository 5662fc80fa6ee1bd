using System.Collections.Immutable;
using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>A value of a data file, as it stands there.</summary>
internal abstract class DataValue(DataSpan span)
{
    /// <summary>The text of the value, its quotes or brackets included.</summary>
    public DataSpan Span { get; } = span;

    /// <summary>What it is, for messages.</summary>
    public abstract string Description { get; }
}

internal sealed class DataObject(ImmutableArray<DataMember> members, DataSpan span) : DataValue(span)
{
    /// <summary>In the order of the file; no two have the same name.</summary>
    public ImmutableArray<DataMember> Members { get; } = members;

    public override string Description => "an object";
}

/// <summary>A member of an object; the name has a place of its own.</summary>
internal sealed record DataMember(DataText Name, DataValue Value);

internal sealed class DataArray(ImmutableArray<DataValue> items, DataSpan span) : DataValue(span)
{
    public ImmutableArray<DataValue> Items { get; } = items;

    public override string Description => "a list";
}

internal sealed class DataText(string value, DataSpan span) : DataValue(span)
{
    public string Value { get; } = value;

    public override string Description => $"the text {Quotation.Of(Value)}";
}

internal sealed class DataNumber(string digits, DataSpan span) : DataValue(span)
{
    /// <summary>The number as it was written: which numbers there are is the business of the type that takes it.</summary>
    public string Digits { get; } = digits;

    public override string Description => $"the number {(Digits.Length > 40 ? Digits.Substring(0, 40) + "…" : Digits)}";
}

internal sealed class DataBoolean(bool value, DataSpan span) : DataValue(span)
{
    public bool Value { get; } = value;

    public override string Description => Value ? "true" : "false";
}

internal sealed class DataNull(DataSpan span) : DataValue(span)
{
    public override string Description => "null";
}
