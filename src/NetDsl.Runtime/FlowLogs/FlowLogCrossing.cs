namespace NetDsl.Runtime.FlowLogs;

/// <summary>Where in a transit gateway packets are, as records name it. Source: "Transit Gateway Flow Log records", Amazon VPC Transit Gateways guide.</summary>
/// <param name="ResourceType">What the flow log is of: <c>TransitGateway</c> or <c>TransitGatewayAttachment</c>.</param>
/// <param name="Gateway">The identifier of the gateway.</param>
/// <param name="Attachment">The identifier of the attachment where they are seen.</param>
/// <param name="Region">The region of the gateway.</param>
/// <param name="Source">Where they come to the gateway; nothing without traffic.</param>
/// <param name="Destination">Where they leave it; nothing when they do not.</param>
/// <param name="PairAttachment">The identifier of the attachment at the other side; nothing when there is none.</param>
/// <param name="Loss">Why the gateway drops them.</param>
public sealed record FlowLogCrossing(
    string ResourceType, string Gateway, string Attachment, string Region, FlowLogGatewayEnd? Source, FlowLogGatewayEnd? Destination, string? PairAttachment, TransitGatewayLoss Loss);

/// <summary>The interface of a transit gateway in a VPC.</summary>
/// <param name="Account">The owner of the VPC.</param>
/// <param name="Vpc">The identifier of the VPC.</param>
/// <param name="Subnet">The identifier of the subnet; nothing where traffic of a Connect attachment passes, which is in none.</param>
/// <param name="Interface">The identifier of the interface, likewise.</param>
/// <param name="ZoneId">The identifier of the zone, likewise.</param>
public sealed record FlowLogGatewayEnd(string Account, string Vpc, string? Subnet, string? Interface, string? ZoneId);
