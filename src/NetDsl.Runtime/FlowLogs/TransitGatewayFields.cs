namespace NetDsl.Runtime.FlowLogs;

/// <summary>The fields of records of transit gateways, in their default order. Source: "Transit Gateway Flow Log records", Amazon VPC Transit Gateways guide.</summary>
public static class TransitGatewayFields
{
    private static readonly FlowLogField[] InOrder =
    [
        FlowLogFields.Text("resource-type", 6, (in record) => FlowLogValue.Of(record.Crossing?.ResourceType)),
        Shared("account-id"),
        FlowLogFields.Text("tgw-id", 6, (in record) => FlowLogValue.Of(record.Crossing?.Gateway)),
        FlowLogFields.Text("tgw-attachment-id", 6, (in record) => FlowLogValue.Of(record.Crossing?.Attachment)),
        Source("tgw-src-vpc-account-id", end => end.Account),
        Destination("tgw-dst-vpc-account-id", end => end.Account),
        Source("tgw-src-vpc-id", end => end.Vpc),
        Destination("tgw-dst-vpc-id", end => end.Vpc),
        Source("tgw-src-subnet-id", end => end.Subnet),
        Destination("tgw-dst-subnet-id", end => end.Subnet),
        Source("tgw-src-eni", end => end.Interface),
        Destination("tgw-dst-eni", end => end.Interface),
        Source("tgw-src-az-id", end => end.ZoneId),
        Destination("tgw-dst-az-id", end => end.ZoneId),
        FlowLogFields.Text("tgw-pair-attachment-id", 6, (in record) => FlowLogValue.Of(record.Crossing?.PairAttachment)),
        Shared("srcaddr"),
        Shared("dstaddr"),
        Shared("srcport"),
        Shared("dstport"),
        Shared("protocol"),
        Shared("packets"),
        Shared("bytes"),
        Shared("start"),
        Shared("end"),
        Shared("log-status"),
        Shared("type"),
        Lost("packets-lost-no-route", TransitGatewayLoss.NoRoute),
        Lost("packets-lost-blackhole", TransitGatewayLoss.Blackhole),

        // A gateway takes packets of 8500 bytes, and no packet of a run has more than 1500.
        FlowLogFields.OfFlow("packets-lost-mtu-exceeded", 6, FlowLogFieldType.Long, _ => FlowLogValue.Of(0)),
        Lost("packets-lost-ttl-expired", TransitGatewayLoss.TimeToLive),
        Shared("tcp-flags"),
        FlowLogFields.Text("region", 4, (in record) => FlowLogValue.Of(record.Crossing?.Region)),
        Shared("flow-direction"),
        Shared("pkt-src-aws-service"),
        Shared("pkt-dst-aws-service"),
    ];

    private static readonly Dictionary<string, FlowLogField> ByName = InOrder.ToDictionary(field => field.Name);

    /// <summary>All of them but <c>version</c>, which depends on which others are chosen .</summary>
    public static IReadOnlyList<FlowLogField> All => InOrder;

    /// <summary>The field of that name; nothing when there is none.</summary>
    public static FlowLogField? Find(string name) => ByName.GetValueOrDefault(name);

    private static FlowLogField Shared(string name) => FlowLogFields.Find(name)!;

    private static FlowLogField Source(string name, Func<FlowLogGatewayEnd, string?> value) =>
        FlowLogFields.Text(name, 6, (in record) => FlowLogValue.Of(record.Crossing?.Source is { } end ? value(end) : null));

    private static FlowLogField Destination(string name, Func<FlowLogGatewayEnd, string?> value) =>
        FlowLogFields.Text(name, 6, (in record) => FlowLogValue.Of(record.Crossing?.Destination is { } end ? value(end) : null));

    private static FlowLogField Lost(string name, TransitGatewayLoss loss) => new(
        name,
        6,
        FlowLogFieldType.Long,
        (in record) => record is { Flow: { } flow, Crossing: { } crossing } ? FlowLogValue.Of(crossing.Loss == loss ? flow.Packets : 0) : FlowLogValue.Absent);
}
