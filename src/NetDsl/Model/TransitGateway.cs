using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A transit gateway: a regional router between attachments. Source: "How Amazon VPC Transit Gateways work".
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Region">Its region.</param>
/// <param name="SecurityGroupReferencing">Whether groups may be referenced across it; the vendor's default is no.</param>
/// <param name="Attachments">What is attached.</param>
/// <param name="RouteTables">Its route tables.</param>
public sealed record TransitGateway(
    ElementId Id,
    Origin Origin,
    ElementId Region,
    bool SecurityGroupReferencing,
    EquatableArray<TransitGatewayAttachment> Attachments,
    EquatableArray<TransitGatewayRouteTable> RouteTables) : Element(Id, Origin)
{
    /// <summary>The autonomous system of a gateway that is given none.</summary>
    public const uint DefaultAsn = 64512;

    /// <summary>The owner; nothing where nobody named one, and every account of the network may attach.</summary>
    public ElementId? Owner { get; init; }

    /// <summary>The accounts that it is shared with.</summary>
    public EquatableArray<ElementId> SharedWith { get; init; } = [];

    /// <summary>The number of the autonomous system at the vendor's side of BGP sessions.</summary>
    public uint AmazonSideAsn { get; init; } = DefaultAsn;

    /// <summary>Whether attachments of other accounts are accepted without being asked; the vendor's default is no.</summary>
    public bool AutoAcceptsSharedAttachments { get; init; }

    /// <summary>Whether dynamic VPN connections with equal routes carry flows together; the vendor's default is yes.</summary>
    public bool VpnEcmp { get; init; } = true;

    /// <summary>Whether names of attached VPCs give private addresses to one another; the vendor's default is yes.</summary>
    public bool DnsSupport { get; init; } = true;

    /// <summary>Addresses of its own.</summary>
    public EquatableArray<Sourced<IpPrefix>> CidrBlocks { get; init; } = [];

    /// <summary>What inspects packets behind attachments of its own.</summary>
    public EquatableArray<NetworkFunction> NetworkFunctions { get; init; } = [];

    /// <summary>The attachment of that VPC, or of another thing that can be attached, if it has one.</summary>
    /// <param name="resource">What is attached.</param>
    public TransitGatewayAttachment? AttachmentOf(ElementId resource) =>
        Attachments.FirstOrDefault(attachment => attachment.Resource == resource);
}

/// <summary>A route table of a transit gateway.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared; nowhere for the default table.</param>
/// <param name="Propagations">The attachments whose prefixes are installed as propagated routes.</param>
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
public sealed record TransitGatewayRoute(Sourced<IpPrefix> Destination, ElementId? Attachment, Origin Origin)
{
    /// <summary>The prefix list that this route is an entry of; nothing when it names its prefix itself.</summary>
    public ElementId? PrefixList { get; init; }

    /// <summary>Whether packets that this route wins are dropped.</summary>
    public bool IsBlackhole => Attachment is null;
}
