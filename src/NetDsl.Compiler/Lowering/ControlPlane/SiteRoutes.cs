using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>What each site knows: its own prefixes, what was written into its devices, and what its links tell.</summary>
internal sealed class SiteRoutes
{
    private readonly Dictionary<ElementId, RoutingInformation> routes = [];

    public SiteRoutes(TopologyIndex index, GatewayRoutes gateways)
    {
        foreach (var site in index.Topology.Hybrid.Sites)
        {
            var known = site.Prefixes
                .Select(prefix => HybridRoute.Own(prefix.Value))
                .Concat(gateways.Links.Where(link => link.Site.Id == site.Id).SelectMany(link => Known(index, gateways, link)));
            routes.Add(site.Id, new RoutingInformation(known, BestPath.AtSite));
        }
    }

    public RoutingInformation Of(ElementId site) => routes[site];

    private static IEnumerable<HybridRoute> Known(TopologyIndex index, GatewayRoutes gateways, HybridLink link) => link.IsDynamic
        ? gateways.Told(link).Where(route => !route.AsPath.Contains(link.SiteAsn))
        : Written(index, link).Select(prefix => new HybridRoute(prefix, HybridRouteKind.Static, [], null, 0, link));

    /// <summary>A device with static routing sends into the tunnels what it is told to, or else the blocks of the VPC behind them.</summary>
    private static IEnumerable<Addressing.Ipv4Prefix> Written(TopologyIndex index, HybridLink link)
    {
        var written = link.Vpn!.DeviceRoutes;
        return written.Count > 0 ? written.Select(route => route.Value)
            : link.Gateway.Kind == ElementKind.VpnGateway && index.Get<VpnGateway>(link.Gateway).Vpc is { } vpc
                ? index.Get<Vpc>(vpc).Blocks.Select(block => block.Value)
            : [];
    }
}
