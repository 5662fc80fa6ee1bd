using System.Globalization;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Which fields records show, and in which order. Source: "Flow log records", Amazon VPC User Guide.</summary>
public sealed class FlowLogFormat
{
    private const string Absent = "-";

    private static readonly OrderedDictionary<string, Field> Fields = new()
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
        ["vpc-id"] = OfPlace(3, place => place.Vpc),
        ["subnet-id"] = OfPlace(3, place => place.Subnet),
        ["instance-id"] = OfPlace(3, place => place.Instance),
        ["tcp-flags"] = OfFlow(3, flow => flow.TcpFlags is { } flags ? Number(flags) : Absent),
        ["type"] = OfFlow(3, flow => flow.Source.IsIpv4 ? "IPv4" : "IPv6"),
        ["pkt-srcaddr"] = OfFlow(3, flow => flow.PacketSource.ToString()),
        ["pkt-dstaddr"] = OfFlow(3, flow => flow.PacketDestination.ToString()),
        ["region"] = OfPlace(4, place => place.Region),
        ["az-id"] = OfPlace(4, place => place.ZoneId),
        ["sublocation-type"] = new(4, _ => Absent),
        ["sublocation-id"] = new(4, _ => Absent),
        ["pkt-src-aws-service"] = OfFlow(5, flow => flow.SourceService ?? Absent),
        ["pkt-dst-aws-service"] = OfFlow(5, flow => flow.DestinationService ?? Absent),
        ["flow-direction"] = OfFlow(5, flow => flow.Direction == FlowDirection.Ingress ? "ingress" : "egress"),
        ["traffic-path"] = OfFlow(5, flow => flow.Path is { } path ? Number(path) : Absent),

        // Of containers, and of what nobody has drawn: the fields are there, and say that they do not apply.
        ["ecs-cluster-arn"] = new(7, _ => Absent),
        ["ecs-cluster-name"] = new(7, _ => Absent),
        ["ecs-container-instance-arn"] = new(7, _ => Absent),
        ["ecs-container-instance-id"] = new(7, _ => Absent),
        ["ecs-container-id"] = new(7, _ => Absent),
        ["ecs-second-container-id"] = new(7, _ => Absent),
        ["ecs-service-name"] = new(7, _ => Absent),
        ["ecs-task-definition-arn"] = new(7, _ => Absent),
        ["ecs-task-arn"] = new(7, _ => Absent),
        ["ecs-task-id"] = new(7, _ => Absent),
        ["reject-reason"] = new(8, _ => Absent),
        ["resource-id"] = new(9, _ => Absent),
        ["encryption-status"] = new(10, _ => Absent),
    };

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

    /// <summary>Reads names of fields, apart by blanks, each in <c>${…}</c> or bare.</summary>
    /// <param name="text">For example <c>${srcaddr} ${dstaddr} ${tcp-flags}</c>.</param>
    /// <exception cref="ArgumentException">A field is not known, or there is none.</exception>
    public static FlowLogFormat Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] fields = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field is ['$', '{', .. var name, '}'] ? name : field)];
        return fields.Length > 0 ? new FlowLogFormat(fields) : throw new ArgumentException("no field is named; write names such as srcaddr dstaddr action", nameof(text));
    }

    /// <summary>All fields of a version and of those before it, in their default order.</summary>
    /// <param name="version">2 to 10; there is none of version 6 in the logs of VPCs.</param>
    public static FlowLogFormat OfVersion(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, 10);
        return new FlowLogFormat(["version", .. Fields.Where(field => field.Value.Version <= version).Select(field => field.Key)]);
    }

    private static Field OfPlace(int version, Func<FlowLogPlace, string?> value) =>
        new(version, record => record.Place is { } place ? value(place) ?? Absent : Absent);

    private static Field OfFlow(int version, Func<FlowLogFlow, string> value) =>
        new(version, record => record.Flow is { } flow ? value(flow) : Absent);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Field(int Version, Func<FlowLogRecord, string> Value);
}
