using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>A route that one end of a link tells the other.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="AsPath">The autonomous systems on the way, the nearest first.</param>
/// <param name="Med">The multi-exit discriminator, if one is sent.</param>
public sealed record ToldRoute(IpPrefix Prefix, EquatableArray<uint> AsPath, uint? Med);

/// <summary>A link between a site and a gateway that works, and what its ends tell each other by BGP.</summary>
/// <param name="Element">The VPN connection, Connect peer or virtual interface.</param>
/// <param name="Tunnel">The number of the tunnel; 0 for a virtual interface.</param>
/// <param name="HasSession">Whether the ends speak BGP, and the site does not tell of more prefixes than the gateway takes.</param>
/// <param name="SiteAsn">The autonomous system of the site's end.</param>
/// <param name="GatewayAsn">The autonomous system of the gateway.</param>
/// <param name="LocalPreference">How much the device prefers what it hears here.</param>
/// <param name="FromSite">What the site tells.</param>
/// <param name="FromGateway">What the gateway tells.</param>
public sealed record LinkRoutes(
    ElementId Element, int Tunnel, bool HasSession, uint SiteAsn, uint GatewayAsn, uint LocalPreference, EquatableArray<ToldRoute> FromSite, EquatableArray<ToldRoute> FromGateway)
{
    // Source: "Routing policies and BGP communities", AWS Direct Connect User Guide.
    private const uint PublicAsn = 7224;

    /// <summary>All links of a network that work, by name and tunnel.</summary>
    /// <param name="topology">The network; without problems.</param>
    public static IReadOnlyList<LinkRoutes> Of(Topology topology)
    {
        var index = new TopologyIndex(topology);
        var sites = new RouteTables(index).Sites;
        return
        [
            .. index.Gateways.Links.Select(link => new LinkRoutes(
                link.Element.Id,
                link.Tunnel,
                link.HasSession(isIpv6: false) || link.HasSession(isIpv6: true),
                link.SiteAsn,
                AsnOf(index, link),
                link.Policy.LocalPreference,
                [.. link.IsDynamic ? link.Advertised.Where(link.Telling()).Distinct().Select(prefix => new ToldRoute(prefix, [.. link.PathFromSite], link.Policy.Med)) : []],
                [.. link.IsDynamic ? sites.ToldOver(link).GroupBy(route => route.Destination).Select(same => same.First()).Select(route => new ToldRoute(route.Destination, [.. route.AsPath], route.Med)) : []])),
        ];
    }

    private static uint AsnOf(TopologyIndex index, HybridLink link) => link.AsPublic is not null ? PublicAsn : index.Get<Element>(link.Gateway) switch
    {
        TransitGateway transit => transit.AmazonSideAsn,
        VpnGateway gateway => gateway.Asn,
        DirectConnectGateway direct => direct.Asn,
        var other => throw new InvalidOperationException($"Nothing of kind {other.GetType().Name} speaks with sites."),
    };
}
