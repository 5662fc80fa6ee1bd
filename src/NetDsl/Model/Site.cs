using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// Premises outside the vendor's regions, with a network of their own. Inside it every host and every router reaches every other;
/// what a site knows of the rest it learns over its links. A site is no transit: it tells of its own prefixes only.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Asn">The number of its autonomous system.</param>
/// <param name="Prefixes">Its addresses.</param>
public sealed record Site(ElementId Id, Origin Origin, uint Asn, EquatableArray<Sourced<IpPrefix>> Prefixes)
    : Element(Id, Origin)
{
    /// <summary>The inbound endpoint that answers what its hosts ask for; nothing when they know the internet's names only.</summary>
    public ElementId? Resolver { get; init; }
}

/// <summary>A host of a site: an end of traces. Nothing filters what it sends and receives.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Site">Its site.</param>
/// <param name="Address">Its address, in a prefix of the site.</param>
public sealed record SiteHost(ElementId Id, Origin Origin, ElementId Site, IpAddress Address) : Element(Id, Origin);

/// <summary>
/// A customer gateway: the device at a site's end of VPN connections, as both sides know it. Source: "Your customer gateway device",
/// AWS Site-to-Site VPN User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Site">Its site.</param>
/// <param name="Address">Its address on the internet, or in the site where Direct Connect leads to it; none for a device that identifies itself by certificate.</param>
/// <param name="Asn">Its autonomous system: the site's, unless it has one of its own.</param>
/// <param name="IsUp">Whether it works.</param>
public sealed record CustomerGateway(
    ElementId Id, Origin Origin, ElementId Site, IpAddress? Address, uint Asn, bool IsUp) : Element(Id, Origin);
