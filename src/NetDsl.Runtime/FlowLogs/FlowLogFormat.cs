using System.Collections.Frozen;
using System.Globalization;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Which fields records show, and in which order. Source: "Flow log records", Amazon VPC User Guide.</summary>
public sealed class FlowLogFormat
{
    private const string Absent = "-";

    private static readonly FrozenDictionary<string, Field> Fields = new Dictionary<string, Field>
    {
        ["account-id"] = new(2, record => record.AccountId),
        ["interface-id"] = new(2, record => record.InterfaceId),
        ["srcaddr"] = OfFlow(2, flow => flow.Source.ToString()),
        ["dstaddr"] = OfFlow(2, flow => flow.Destination.ToString()),
        ["srcport"] = OfFlow(2, flow => Number(flow.SourcePort)),
        ["dstport"] = OfFlow(2, flow => Number(flow.DestinationPort)),
        ["protocol"] = OfFlow(2, flow => Number(flow.Protocol.Number)),
        ["packets"] = OfFlow(2, flow => Number(flow.Packets)),
        ["bytes"] = OfFlow(2, flow => Number(flow.Bytes)),
        ["start"] = new(2, record => Number(record.Start)),
        ["end"] = new(2, record => Number(record.End)),
        ["action"] = OfFlow(2, flow => flow.Action == FlowAction.Accept ? "ACCEPT" : "REJECT"),
        ["log-status"] = new(2, record => record.Flow is null ? "NODATA" : "OK"),
        ["instance-id"] = new(3, _ => Absent),
        ["pkt-srcaddr"] = OfFlow(3, flow => flow.PacketSource.ToString()),
        ["pkt-dstaddr"] = OfFlow(3, flow => flow.PacketDestination.ToString()),
        ["flow-direction"] = OfFlow(5, flow => flow.Direction == FlowDirection.Ingress ? "ingress" : "egress"),
    }.ToFrozenDictionary();

    private readonly string[] names;
    private readonly Func<FlowLogRecord, string>[] values;

    /// <summary>Shows these fields.</summary>
    /// <param name="fields">Names of the public format, for example <c>srcaddr</c>.</param>
    /// <exception cref="ArgumentException">A field is not known.</exception>
    public FlowLogFormat(params IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        names = [.. fields];
        var known = names.Where(name => name != "version").Select(name => Fields.TryGetValue(name, out var field)
            ? field
            : throw new ArgumentException($"'{name}' is no field of flow logs that the model has; write one of {string.Join(", ", Fields.Keys.Order(StringComparer.Ordinal))}", nameof(fields)));
        var version = Number(known.Select(field => field.Version).DefaultIfEmpty(2).Max());
        values = [.. names.Select(name => name == "version" ? _ => version : Fields[name].Value)];
    }

    /// <summary>The default format, version 2.</summary>
    public static FlowLogFormat Default { get; } = new(
        "version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes",
        "start", "end", "action", "log-status");

    /// <summary>The first line of a file: the names of the fields.</summary>
    public string Header => string.Join(' ', names);

    /// <summary>A record as a line, without a line end.</summary>
    public string Line(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Join(' ', values.Select(value => value(record)));
    }

    private static Field OfFlow(int version, Func<FlowLogFlow, string> value) =>
        new(version, record => record.Flow is { } flow ? value(flow) : Absent);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Field(int Version, Func<FlowLogRecord, string> Value);
}
