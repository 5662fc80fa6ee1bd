using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A transit gateway: a regional router between attachments. Source: "How Amazon VPC Transit Gateways work".
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Region">Its region.</param>
/// <param name="SecurityGroupReferencing">Whether groups may be referenced across it; the vendor's default is no.</param>
/// <param name="Attachments">The VPCs that are attached.</param>
/// <param name="RouteTables">Its route tables.</param>
public sealed record TransitGateway(
    ElementId Id,
    Origin Origin,
    ElementId Region,
    bool SecurityGroupReferencing,
    EquatableArray<TransitGatewayAttachment> Attachments,
    EquatableArray<TransitGatewayRouteTable> RouteTables) : Element(Id, Origin)
{
    /// <summary>The attachment of that VPC, if it has one.</summary>
    public TransitGatewayAttachment? AttachmentOf(ElementId vpc) =>
        Attachments.FirstOrDefault(attachment => attachment.Vpc == vpc);
}

/// <summary>The attachment of a VPC to a transit gateway: an interface in one subnet of each zone that it serves.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC.</param>
/// <param name="Subnets">One subnet a zone.</param>
/// <param name="SecurityGroupReferencing">Whether groups may be referenced over it; the vendor's default is yes.</param>
/// <param name="Association">The table that routes what comes from this attachment, if any.</param>
public sealed record TransitGatewayAttachment(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    EquatableArray<Sourced<ElementId>> Subnets,
    bool SecurityGroupReferencing,
    ElementId? Association) : Element(Id, Origin);

/// <summary>A route table of a transit gateway.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared; nowhere for the default table.</param>
/// <param name="Propagations">The attachments whose VPC blocks are installed as propagated routes.</param>
/// <param name="Routes">The static routes.</param>
public sealed record TransitGatewayRouteTable(
    ElementId Id,
    Origin Origin,
    EquatableArray<Sourced<ElementId>> Propagations,
    EquatableArray<TransitGatewayRoute> Routes) : Element(Id, Origin);

/// <summary>A static route of a transit gateway.</summary>
/// <param name="Destination">The addresses that it is for.</param>
/// <param name="Attachment">Where they go; nothing for a blackhole, which drops them.</param>
/// <param name="Origin">The whole call.</param>
public sealed record TransitGatewayRoute(Sourced<Ipv4Prefix> Destination, ElementId? Attachment, Origin Origin)
{
    /// <summary>Whether packets that this route wins are dropped.</summary>
    public bool IsBlackhole => Attachment is null;
}
