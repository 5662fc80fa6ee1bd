using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>How the ends of a VPN connection learn of each other's prefixes.</summary>
public enum VpnRouting
{
    /// <summary>By BGP.</summary>
    Dynamic,

    /// <summary>They are written down at both ends.</summary>
    Static,
}

/// <summary>
/// A site-to-site VPN connection: two tunnels from one customer gateway to one target. Source: "How AWS Site-to-Site VPN works" and
/// "Tunnel options for your AWS Site-to-Site VPN connection".
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="CustomerGateway">The device at the site.</param>
/// <param name="Target">The virtual private gateway or transit gateway.</param>
/// <param name="Routing">Static or by BGP.</param>
/// <param name="StaticRoutes">With static routing: the site's prefixes, as the target knows them.</param>
/// <param name="DeviceRoutes">With static routing: what the device sends into the tunnels; when empty, the blocks of the VPC at the other end.</param>
/// <param name="Policy">With BGP: what the site's device advertises and prefers.</param>
/// <param name="Tunnels">Its two tunnels.</param>
public sealed record VpnConnection(
    ElementId Id,
    Origin Origin,
    Sourced<ElementId> CustomerGateway,
    ElementId Target,
    VpnRouting Routing,
    EquatableArray<Sourced<IpPrefix>> StaticRoutes,
    EquatableArray<Sourced<IpPrefix>> DeviceRoutes,
    RoutingPolicy Policy,
    EquatableArray<VpnTunnel> Tunnels) : Element(Id, Origin)
{
    /// <summary>Whether it carries IPv6 and no IPv4, which only a transit gateway takes.</summary>
    public bool CarriesIpv6 { get; init; }

    /// <summary>The concentrator of the transit gateway at which it ends with others; nothing when it has an attachment of its own.</summary>
    public ElementId? Concentrator { get; init; }

    /// <summary>
    /// The attachment of a Direct Connect gateway that transports the tunnels, whose outside addresses are private then; nothing for tunnels over the
    /// internet. Source: "Private IP AWS Site-to-Site VPN with AWS Direct Connect".
    /// </summary>
    public Sourced<ElementId>? Transport { get; init; }
}

/// <summary>A tunnel of a VPN connection; the two end in different availability zones.</summary>
/// <param name="Number">1 or 2.</param>
/// <param name="InsideCidr">The /30 of the addresses inside it, where the author names one.</param>
/// <param name="IsUp">Whether it works.</param>
public sealed record VpnTunnel(int Number, Sourced<IpPrefix>? InsideCidr, bool IsUp)
{
    /// <summary>The transit gateway's end, in one of its blocks, when the outside addresses are private; nothing else is asked of outside addresses.</summary>
    public Ipv4Address? OutsideAddress { get; init; }
}

/// <summary>What the device of a site says over BGP on one link, and what it prefers.</summary>
/// <param name="Advertised">What it advertises; when empty, the prefixes of the site.</param>
/// <param name="Prepends">How many times more than once its number stands in the AS path.</param>
/// <param name="Med">The multi-exit discriminator that it sends, if any; lower is preferred.</param>
/// <param name="LocalPreference">How much it prefers what it learns here; higher is preferred, 100 is the custom of the field.</param>
/// <param name="Community">Direct Connect: the local-preference community that it sends.</param>
public sealed record RoutingPolicy(
    EquatableArray<Sourced<IpPrefix>> Advertised,
    int Prepends,
    uint? Med,
    uint LocalPreference,
    LocalPreferenceCommunity Community)
{
    /// <summary>The prefixes of the site, nothing else said, nothing preferred.</summary>
    public static RoutingPolicy Default { get; } = new([], 0, null, 100, LocalPreferenceCommunity.None);
}

/// <summary>
/// By which virtual interface the vendor prefers to reach a site. Source: "Routing policies and BGP communities", AWS Direct Connect User Guide.
/// </summary>
public enum LocalPreferenceCommunity
{
    /// <summary>None: medium in the region that the location belongs to, less elsewhere.</summary>
    None,

    /// <summary>7224:7100.</summary>
    Low,

    /// <summary>7224:7200.</summary>
    Medium,

    /// <summary>7224:7300.</summary>
    High,
}
