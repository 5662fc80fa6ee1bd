using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>An instance: a host with one or more interfaces.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Subnet">The subnet of its primary interface.</param>
/// <param name="Interfaces">Its interfaces, the primary one first.</param>
public sealed record Instance(ElementId Id, Origin Origin, ElementId Subnet, EquatableArray<ElementId> Interfaces)
    : Element(Id, Origin), ITagged
{
    /// <inheritdoc/>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>What it does with packets that are not for it.</summary>
    public HostForwarding Forwarding { get; init; }
}

/// <summary>
/// A network interface. Source: "Elastic network interfaces", Amazon EC2 User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Subnet">Its subnet.</param>
/// <param name="Instance">The instance that it belongs to, if any.</param>
/// <param name="PrivateAddress">Its address in the subnet: the IPv4 address, or in a subnet without IPv4 the IPv6 address.</param>
/// <param name="PublicAddress">The address that the internet gateway pairs with the private one, if any.</param>
/// <param name="SecurityGroups">Its groups; their rules add up.</param>
public sealed record NetworkInterface(
    ElementId Id,
    Origin Origin,
    ElementId Subnet,
    ElementId? Instance,
    IpAddress PrivateAddress,
    Ipv4Address? PublicAddress,
    EquatableArray<ElementId> SecurityGroups) : Element(Id, Origin), ITagged
{
    /// <inheritdoc/>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>Its IPv6 addresses; they are what the internet sees, because nothing translates them.</summary>
    public EquatableArray<IpAddress> Ipv6Addresses { get; init; }

    /// <summary>
    /// The element that the vendor made it for, such as a load balancer; nothing for a host's. Such an interface starts no flows, and
    /// may have no groups: then nothing is asked at it.
    /// </summary>
    public ElementId? ManagedBy { get; init; }

    /// <summary>
    /// Whether internet gateways carry none of its IPv6, neither to it nor from it. Source: "Load balancer attributes", <c>ipv6.deny_all_igw_traffic</c>, User
    /// Guide for Network Load Balancers, and "IPv6 support", AWS PrivateLink guide.
    /// </summary>
    public bool DeniesInternetGatewayTraffic { get; init; }

    /// <summary>Whether it translates what arrives and sends it on, as those of load balancers and endpoints do; hosts and name servers answer.</summary>
    public bool Translates => ManagedBy is { Kind: not ElementKind.InboundResolverEndpoint };

    /// <summary>
    /// Whether it sends and receives only what its own address is source or destination of: the vendor's default. What forwards
    /// needs it off. Source: "Elastic network interfaces", Amazon EC2 User Guide.
    /// </summary>
    public bool SourceDestinationCheck { get; init; } = true;

    /// <summary>The participant that owns it, in a subnet that is shared with it; nothing for the owner of the VPC.</summary>
    public ElementId? Participant { get; init; }
}
