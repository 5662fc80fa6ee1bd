using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>A Direct Connect connection: a port at a location, and the line to a site. Source: "AWS Direct Connect connections".</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Site">The site.</param>
/// <param name="Location">The Direct Connect location, for example <c>EqDC2</c>.</param>
/// <param name="Region">The region that the location belongs to.</param>
/// <param name="SpeedMbps">Its speed in megabits a second.</param>
/// <param name="IsHosted">Whether a partner provides it; such a connection has one virtual interface.</param>
/// <param name="IsUp">Whether it works.</param>
public sealed record DirectConnectConnection(
    ElementId Id,
    Origin Origin,
    ElementId Site,
    string Location,
    ElementId Region,
    int SpeedMbps,
    bool IsHosted,
    bool IsUp) : Element(Id, Origin);

/// <summary>
/// A link aggregation group: connections of one speed at one location that carry the same virtual interfaces. Source: "AWS Direct Connect LAGs".
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Connections">Its connections.</param>
/// <param name="MinimumLinks">How many must work for the group to; the vendor's default of 0 says the same as 1 to what is sent.</param>
public sealed record DirectConnectLag(ElementId Id, Origin Origin, EquatableArray<ElementId> Connections, int MinimumLinks)
    : Element(Id, Origin);

/// <summary>What a virtual interface leads to.</summary>
public enum VirtualInterfaceKind
{
    /// <summary>Private addresses of VPCs, by virtual private gateways.</summary>
    Private,

    /// <summary>Transit gateways.</summary>
    Transit,

    /// <summary>Public addresses of the vendor's: of its services, and of what its customers have in VPCs; not the rest of the internet.</summary>
    Public,
}

/// <summary>
/// How far the vendor carries what a site advertises on a public virtual interface. Source: "Routing policies and BGP communities", AWS Direct
/// Connect User Guide.
/// </summary>
public enum AdvertisementScope
{
    /// <summary>7224:9300, and when nothing is said: to all public regions.</summary>
    Global,

    /// <summary>7224:9200: to the regions of the continent.</summary>
    Continent,

    /// <summary>7224:9100: to the region of the Direct Connect location.</summary>
    Region,
}

/// <summary>A virtual interface: a VLAN with a BGP session. Source: "AWS Direct Connect virtual interfaces".</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Port">The connection or group that carries it.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Vlan">Its VLAN, 1 to 4094.</param>
/// <param name="Gateway">A virtual private gateway or Direct Connect gateway; the region of its location when it is public.</param>
/// <param name="Asn">The autonomous system of the site's router on it.</param>
/// <param name="ProviderAsn">The autonomous system of a provider between the two, if any.</param>
/// <param name="Mtu">The largest packet, in bytes.</param>
/// <param name="Policy">What the site's router advertises and prefers.</param>
/// <param name="IsUp">Whether its BGP session works.</param>
public sealed record VirtualInterface(
    ElementId Id,
    Origin Origin,
    ElementId Port,
    VirtualInterfaceKind Kind,
    int Vlan,
    Sourced<ElementId> Gateway,
    uint Asn,
    uint? ProviderAsn,
    int Mtu,
    RoutingPolicy Policy,
    bool IsUp) : Element(Id, Origin)
{
    /// <summary>The public prefixes that are registered for it: the vendor takes no other from the site. None unless it is public.</summary>
    public EquatableArray<Sourced<IpPrefix>> RegisteredPrefixes { get; init; } = [];

    /// <summary>How far the vendor carries what the site advertises, when it is public.</summary>
    public AdvertisementScope Scope { get; init; }
}

/// <summary>
/// A Direct Connect gateway: joins virtual interfaces with virtual private gateways of any region, or with transit gateways. Source:
/// "AWS Direct Connect gateways".
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Asn">The number of its autonomous system.</param>
/// <param name="Associations">The gateways that it is associated with: all of one kind.</param>
public sealed record DirectConnectGateway(
    ElementId Id, Origin Origin, uint Asn, EquatableArray<DirectConnectAssociation> Associations) : Element(Id, Origin);

/// <summary>The association of a Direct Connect gateway. Source: "Allowed prefixes interactions for AWS Direct Connect gateways".</summary>
/// <param name="Gateway">A virtual private gateway or transit gateway.</param>
/// <param name="AllowedPrefixes">
/// For a virtual private gateway a filter: a block of its VPC is advertised to sites when one of these is equal or wider; empty lets all
/// through. For a transit gateway the very prefixes that are advertised.
/// </param>
/// <param name="Origin">The whole call.</param>
public sealed record DirectConnectAssociation(
    ElementId Gateway, EquatableArray<Sourced<IpPrefix>> AllowedPrefixes, Origin Origin);
