using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>What each site knows: its own prefixes, what was written into its devices, and what its links tell.</summary>
internal sealed class SiteRoutes
{
    private readonly Dictionary<ElementId, RoutingInformation> routes = [];
    private readonly TopologyIndex index;
    private readonly RouteTables tables;

    public SiteRoutes(TopologyIndex index, RouteTables tables)
    {
        this.index = index;
        this.tables = tables;
        foreach (var site in index.Topology.Hybrid.Sites)
        {
            var known = site.Prefixes
                .Select(prefix => HybridRoute.Own(prefix.Value))
                .Concat(index.Gateways.Links.Where(link => link.Site.Id == site.Id).SelectMany(Known));
            routes.Add(site.Id, new RoutingInformation(known, BestPath.AtSite));
        }
    }

    public RoutingInformation Of(ElementId site) => routes[site];

    private IEnumerable<HybridRoute> Known(HybridLink link)
    {
        if (!link.IsDynamic)
        {
            return Written(link).Select(prefix => new HybridRoute(prefix, HybridRouteKind.Static, [], null, 0, link));
        }

        return ToldOver(link).Where(route => link.Takes(route.AsPath));
    }

    /// <summary>What the gateway at the other end of a link tells the site by BGP.</summary>
    public IEnumerable<HybridRoute> ToldOver(HybridLink link)
    {
        var tells = link.Telling();
        var told = link.Gateway.Kind == ElementKind.TransitGateway ? Told(index.Get<TransitGateway>(link.Gateway), link) : index.Gateways.Told(link);
        return told.Where(route => tells(route.Destination));
    }

    /// <summary>A transit gateway tells a site what stands in the table that the attachment is associated with, blackholes excepted.</summary>
    /// <remarks>
    /// Source: "How Amazon VPC Transit Gateways work", VPN attachments and Connect attachments; RFC 4271, section 9.2, for what came over internal BGP.
    /// </remarks>
    private IEnumerable<HybridRoute> Told(TransitGateway gateway, HybridLink link) =>
        gateway.Attachments.FirstOrDefault(link.EndsAt) is { IsAvailable: true, Association: { } table }
            ? tables.RoutesOf(table)
                .GroupBy(route => route.Destination)
                .Select(same => same.First())
                .Where(route => route.Target is { } target && index.Get<TransitGatewayAttachment>(target).IsAvailable)
                .Where(route => !link.IsInternal || !index.Gateways.IsInternal(route))
                .Select(route => new HybridRoute(
                    route.Destination,
                    HybridRouteKind.Dynamic,
                    link.WithProvider([gateway.AmazonSideAsn, .. index.Gateways.PathBehind(route)]),
                    null,
                    link.Policy.LocalPreference,
                    link))
            : [];

    /// <summary>A device with static routing sends into the tunnels what it is told to, or else the blocks of the VPC behind them.</summary>
    private IEnumerable<IpPrefix> Written(HybridLink link)
    {
        var written = link.Vpn!.DeviceRoutes;
        return written.Count > 0 ? written.Select(route => route.Value).Where(link.Carries)
            : link.Gateway.Kind == ElementKind.VpnGateway && index.Get<VpnGateway>(link.Gateway).Vpc is { } vpc
                ? index.Get<Vpc>(vpc).Blocks.Select(block => (Addressing.IpPrefix)block.Value)
            : [];
    }
}
