namespace NetDsl.Runtime.FlowLogs;

/// <summary>The fields of the public format of VPCs that the model has, in their default order. Source: "Flow log records", Amazon VPC User Guide.</summary>
public static class FlowLogFields
{
    private static readonly FlowLogField[] OfVersions =
    [
        Text("account-id", 2, (in record) => FlowLogValue.Of(record.AccountId)),
        Text("interface-id", 2, (in record) => FlowLogValue.Of(record.InterfaceId)),
        OfFlow("srcaddr", 2, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.Source)),
        OfFlow("dstaddr", 2, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.Destination)),
        OfFlow("srcport", 2, FlowLogFieldType.Integer, flow => FlowLogValue.Of(flow.SourcePort)),
        OfFlow("dstport", 2, FlowLogFieldType.Integer, flow => FlowLogValue.Of(flow.DestinationPort)),
        OfFlow("protocol", 2, FlowLogFieldType.Integer, flow => FlowLogValue.Of(flow.Protocol.Number)),
        OfFlow("packets", 2, FlowLogFieldType.Long, flow => FlowLogValue.Of(flow.Packets)),
        OfFlow("bytes", 2, FlowLogFieldType.Long, flow => FlowLogValue.Of(flow.Bytes)),
        new("start", 2, FlowLogFieldType.Long, (in record) => FlowLogValue.Of(record.Start)),
        new("end", 2, FlowLogFieldType.Long, (in record) => FlowLogValue.Of(record.End)),
        OfFlow("action", 2, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.Action == FlowAction.Accept ? "ACCEPT" : "REJECT")),
        Text("log-status", 2, (in record) => FlowLogValue.Of(record.Flow is not null ? "OK" : record.IsSkipped ? "SKIPDATA" : "NODATA")),
        Text("vpc-id", 3, (in record) => FlowLogValue.Of(record.Place?.Vpc)),
        Text("subnet-id", 3, (in record) => FlowLogValue.Of(record.Place?.Subnet)),
        Text("instance-id", 3, (in record) => FlowLogValue.Of(record.Place?.Instance)),
        OfFlow("tcp-flags", 3, FlowLogFieldType.Integer, flow => FlowLogValue.Of(flow.TcpFlags)),
        OfFlow("type", 3, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.Source.IsIpv4 ? "IPv4" : "IPv6")),
        OfFlow("pkt-srcaddr", 3, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.PacketSource)),
        OfFlow("pkt-dstaddr", 3, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.PacketDestination)),
        Text("region", 4, (in record) => FlowLogValue.Of(record.Place?.Region)),
        Text("az-id", 4, (in record) => FlowLogValue.Of(record.Place?.ZoneId)),
        NeverApplies("sublocation-type", 4),
        NeverApplies("sublocation-id", 4),
        OfFlow("pkt-src-aws-service", 5, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.SourceService)),
        OfFlow("pkt-dst-aws-service", 5, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.DestinationService)),
        OfFlow("flow-direction", 5, FlowLogFieldType.Text, flow => FlowLogValue.Of(flow.Direction == FlowDirection.Ingress ? "ingress" : "egress")),
        OfFlow("traffic-path", 5, FlowLogFieldType.Integer, flow => FlowLogValue.Of(flow.Path)),

        // Of containers, and of what nobody has drawn: the fields are there, and say that they do not apply.
        NeverApplies("ecs-cluster-arn", 7),
        NeverApplies("ecs-cluster-name", 7),
        NeverApplies("ecs-container-instance-arn", 7),
        NeverApplies("ecs-container-instance-id", 7),
        NeverApplies("ecs-container-id", 7),
        NeverApplies("ecs-second-container-id", 7),
        NeverApplies("ecs-service-name", 7),
        NeverApplies("ecs-task-definition-arn", 7),
        NeverApplies("ecs-task-arn", 7),
        NeverApplies("ecs-task-id", 7),
        NeverApplies("reject-reason", 8),
        NeverApplies("resource-id", 9),
        NeverApplies("encryption-status", 10, FlowLogFieldType.Integer),
    ];

    private static readonly Dictionary<string, FlowLogField> ByName = OfVersions.ToDictionary(field => field.Name);

    /// <summary>All of them but <c>version</c>, which depends on which others are chosen .</summary>
    public static IReadOnlyList<FlowLogField> All => OfVersions;

    /// <summary>The field of that name in the logs of VPCs; nothing when there is none.</summary>
    public static FlowLogField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The field of that name in any flow log, <c>version</c> included; nothing when there is none. A name has one type everywhere.</summary>
    public static FlowLogField? FindAnywhere(string name) => name == "version" ? Version(2) : Find(name) ?? TransitGatewayFields.Find(name);

    /// <summary>The field that shows a version.</summary>
    /// <param name="version">The highest one among the fields that are chosen.</param>
    public static FlowLogField Version(int version) => new("version", 2, FlowLogFieldType.Integer, (in _) => FlowLogValue.Of(version));

    internal static FlowLogField Text(string name, int version, FlowLogReading value) => new(name, version, FlowLogFieldType.Text, value);

    internal static FlowLogField OfFlow(string name, int version, FlowLogFieldType type, Func<FlowLogFlow, FlowLogValue> value) =>
        new(name, version, type, (in record) => record.Flow is { } flow ? value(flow) : FlowLogValue.Absent);

    private static FlowLogField NeverApplies(string name, int version, FlowLogFieldType type = FlowLogFieldType.Text) =>
        new(name, version, type, (in _) => FlowLogValue.Absent);
}
