namespace NetDsl.Model;

/// <summary>
/// What a transit gateway attachment joins. The kinds stand in the order in which a transit gateway prefers the routes that they
/// propagate to one prefix. Source: "How Amazon VPC Transit Gateways work", route evaluation order.
/// </summary>
public enum TransitGatewayAttachmentKind
{
    /// <summary>A VPC of the gateway's region.</summary>
    Vpc,

    /// <summary>A Direct Connect gateway.</summary>
    DirectConnectGateway,

    /// <summary>A third-party appliance, by GRE over another attachment.</summary>
    Connect,

    /// <summary>A site-to-site VPN connection with private outside addresses, transported by the attachment of a Direct Connect gateway.</summary>
    PrivateIpVpn,

    /// <summary>A site-to-site VPN connection over the internet.</summary>
    Vpn,

    /// <summary>A VPN concentrator, at which the VPN connections of many sites end.</summary>
    VpnConcentrator,

    /// <summary>A Client VPN endpoint.</summary>
    ClientVpn,

    /// <summary>Another transit gateway; routes to it are static.</summary>
    Peering,

    /// <summary>A network function, such as a network firewall, through which packets pass; routes to it are static.</summary>
    NetworkFunction,
}

/// <summary>
/// Where an attachment is in its life; only one that is available carries packets. Source: "Transit gateway VPC attachments",
/// Amazon VPC Transit Gateways guide, attachment states.
/// </summary>
public enum TransitGatewayAttachmentState
{
    /// <summary>Requested, and not accepted by the other owner.</summary>
    PendingAcceptance,

    /// <summary>Accepted, and being made.</summary>
    Pending,

    /// <summary>It carries packets.</summary>
    Available,

    /// <summary>Its properties are being changed.</summary>
    Modifying,

    /// <summary>A change failed and is being undone.</summary>
    RollingBack,

    /// <summary>The other owner is refusing it.</summary>
    Rejecting,

    /// <summary>The other owner refused it.</summary>
    Rejected,

    /// <summary>It cannot be made.</summary>
    Failing,

    /// <summary>It could not be made.</summary>
    Failed,

    /// <summary>It is being deleted.</summary>
    Deleting,

    /// <summary>It was deleted, and is shown for a while.</summary>
    Deleted,
}

/// <summary>An attachment of a transit gateway: a source and a sink of packets.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Kind">What kind of thing is attached.</param>
/// <param name="Resource">
/// What is attached: the VPC; the other transit gateway of a peering; the network function; the VPN connection, VPN concentrator, Direct Connect gateway or Client
/// VPN endpoint; the attachment that transports a Connect attachment.
/// </param>
/// <param name="Subnets">One subnet a zone, each with an interface of the gateway; none but for a VPC.</param>
/// <param name="SecurityGroupReferencing">Whether groups may be referenced over it; the vendor's default is yes.</param>
/// <param name="Association">The table that routes what comes from this attachment, if any.</param>
public sealed record TransitGatewayAttachment(
    ElementId Id,
    Origin Origin,
    TransitGatewayAttachmentKind Kind,
    ElementId Resource,
    EquatableArray<Sourced<ElementId>> Subnets,
    bool SecurityGroupReferencing,
    ElementId? Association) : Element(Id, Origin)
{
    /// <summary>The VPC, when one is attached.</summary>
    public ElementId? Vpc => Kind == TransitGatewayAttachmentKind.Vpc ? Resource : null;

    /// <summary>Where it is in its life.</summary>
    public TransitGatewayAttachmentState State { get; init; } = TransitGatewayAttachmentState.Available;

    /// <summary>Whether both directions of a flow pass one zone of the VPC; the vendor's default is no.</summary>
    public bool ApplianceMode { get; init; }

    /// <summary>Whether names of other attached VPCs give private addresses; the vendor's default is yes.</summary>
    public bool DnsSupport { get; init; } = true;

    /// <summary>Whether the IPv6 blocks of the VPC are propagated too.</summary>
    public bool Ipv6Support { get; init; }

    /// <summary>Whether it is that of one VPN connection.</summary>
    public bool IsVpn => Kind is TransitGatewayAttachmentKind.Vpn or TransitGatewayAttachmentKind.PrivateIpVpn;

    /// <summary>Whether it leads to sites, and learns of them by BGP.</summary>
    public bool LeadsToSites =>
        IsVpn || Kind is TransitGatewayAttachmentKind.DirectConnectGateway or TransitGatewayAttachmentKind.Connect or TransitGatewayAttachmentKind.VpnConcentrator;

    /// <summary>Whether it carries packets.</summary>
    public bool IsAvailable => State == TransitGatewayAttachmentState.Available;

    /// <summary>A state in words, such as <c>not accepted</c>.</summary>
    public static string Text(TransitGatewayAttachmentState state) => state switch
    {
        TransitGatewayAttachmentState.PendingAcceptance => "not accepted",
        TransitGatewayAttachmentState.RollingBack => "rolling back",
        _ => state.ToString().ToLowerInvariant(),
    };
}
