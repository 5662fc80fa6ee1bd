using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>What the vendor's gateways know of sites, and what they tell them.</summary>
internal sealed partial class GatewayRoutes
{
    private readonly TopologyIndex index;
    private readonly Dictionary<ElementId, RoutingInformation> ofVpnGateways = [];

    public GatewayRoutes(TopologyIndex index)
    {
        this.index = index;
        Links = HybridLinks.Of(index);
        Links = WithoutUntransported(Links);
        foreach (var gateway in index.Topology.Hybrid.VpnGateways)
        {
            ofVpnGateways.Add(gateway.Id, new RoutingInformation(Heard(gateway), BestPath.AtVpnGateway));
        }
    }

    /// <summary>The links that work.</summary>
    public IReadOnlyList<HybridLink> Links { get; private set; }

    /// <summary>What a virtual private gateway knows.</summary>
    public RoutingInformation OfVpnGateway(ElementId gateway) => ofVpnGateways[gateway];

    /// <summary>
    /// What a virtual private gateway propagates into a table of its VPC: all that it knows of sites, but nothing inside a block of the VPC, because the
    /// local route wins there.
    /// </summary>
    public IEnumerable<IpPrefix> PropagatedFrom(ElementId gateway, Vpc vpc) => OfVpnGateway(gateway).Routes
        .Where(chosen => chosen.Route.Kind != HybridRouteKind.Own)
        .OrderBy(chosen => chosen.Route.Kind)
        .ThenBy(chosen => chosen.Route.Destination)
        .Take(index.Topology.Profile.Quotas.PropagatedRoutesPerRouteTable)
        .Select(chosen => chosen.Route.Destination)
        .Where(prefix => !vpc.AllBlocks.Any(block => block.Value.Contains(prefix)));

    /// <summary>What a link brings from its site by BGP, to a gateway in that region.</summary>
    public static IEnumerable<HybridRoute> Learned(HybridLink link, ElementId region, uint gatewayAsn)
    {
        var path = link.PathFromSite;
        return path.Contains(gatewayAsn)
            ? []
            : link.Advertised.Where(link.Telling()).Select(prefix => new HybridRoute(
                prefix,
                link.IsDirectConnect ? HybridRouteKind.DirectConnect : HybridRouteKind.Dynamic,
                path,
                link.Policy.Med,
                link.IsDirectConnect ? Preference(link, region) : 0,
                link));
    }

    /// <summary>What the other end of a link that speaks BGP tells the site, with its AS path; transit gateways are not asked here.</summary>
    public IEnumerable<HybridRoute> Told(HybridLink link) => link.Gateway.Kind switch
    {
        ElementKind.VpnGateway => Told(index.Get<VpnGateway>(link.Gateway), link),
        ElementKind.DirectConnectGateway => Told(index.Get<DirectConnectGateway>(link.Gateway), link),
        ElementKind.Region => ToldByVendor(link),
        _ => [],
    };

    /// <summary>The gateway behind a Direct Connect gateway that a destination belongs to, and the prefix that was told of it.</summary>
    public (DirectConnectAssociation Association, IpPrefix Destination)? Behind(
        DirectConnectGateway gateway, VirtualInterfaceKind kind, IpAddress destination)
    {
        (DirectConnectAssociation Association, IpPrefix Destination)? best = null;
        foreach (var association in gateway.Associations)
        {
            foreach (var prefix in Told(association, kind).Where(prefix => prefix.Contains(destination)))
            {
                if (best is not { } known || prefix.Length > known.Destination.Length)
                {
                    best = (association, prefix);
                }
            }
        }

        return best;
    }

    /// <summary>Everything that a virtual private gateway hears of.</summary>
    private IEnumerable<HybridRoute> Heard(VpnGateway gateway)
    {
        var blocks = gateway.Vpc is { } vpc ? index.Get<Vpc>(vpc).AllBlocks.Select(block => HybridRoute.Own(block.Value)) : [];
        return blocks.Concat(Links.SelectMany(link => Heard(gateway, link)));
    }

    private IEnumerable<HybridRoute> Heard(VpnGateway gateway, HybridLink link)
    {
        if (link.Gateway == gateway.Id)
        {
            return link.IsDynamic
                ? Learned(link, gateway.Region, gateway.Asn)
                : link.Vpn!.StaticRoutes.Where(route => link.Carries(route.Value)).Select(route => new HybridRoute(route.Value, HybridRouteKind.Static, [], null, 0, link));
        }

        return link is { Element: VirtualInterface { Kind: VirtualInterfaceKind.Private }, Gateway.Kind: ElementKind.DirectConnectGateway }
            && index.Get<DirectConnectGateway>(link.Gateway) is var direct
            && direct.Associations.Any(association => association.Gateway == gateway.Id)
                ? Learned(link, gateway.Region, direct.Asn)
                : [];
    }

    /// <summary>A virtual private gateway tells of its VPC and, as a hub, of its other sites by BGP.</summary>
    /// <remarks>Source: "Secure communication between AWS Site-to-Site VPN connections using VPN CloudHub".</remarks>
    private IEnumerable<HybridRoute> Told(VpnGateway gateway, HybridLink link) => OfVpnGateway(gateway.Id).Routes
        .Where(chosen => chosen.Route.Kind != HybridRouteKind.Static && chosen.Route.Link?.Gateway is not { Kind: ElementKind.DirectConnectGateway })
        .Select(chosen => new HybridRoute(
            chosen.Route.Destination, HybridRouteKind.Dynamic, link.WithProvider([gateway.Asn, .. chosen.Route.AsPath]), null, link.Policy.LocalPreference, link));

    private IEnumerable<HybridRoute> Told(DirectConnectGateway gateway, HybridLink link)
    {
        var path = link.WithProvider([gateway.Asn]);
        return gateway.Associations
            .SelectMany(association => Told(association, ((VirtualInterface)link.Element).Kind))
            .Distinct()
            .Select(prefix => new HybridRoute(prefix, HybridRouteKind.Dynamic, path, null, link.Policy.LocalPreference, link));
    }

    /// <remarks>Source: "Allowed prefixes interactions for AWS Direct Connect gateways".</remarks>
    private IEnumerable<IpPrefix> Told(DirectConnectAssociation association, VirtualInterfaceKind kind)
    {
        var allowed = association.AllowedPrefixes;
        if (association.Gateway.Kind == ElementKind.TransitGateway)
        {
            return kind == VirtualInterfaceKind.Transit ? allowed.Select(prefix => prefix.Value) : [];
        }

        return kind == VirtualInterfaceKind.Private && index.Get<VpnGateway>(association.Gateway).Vpc is { } vpc
            ? index.Get<Vpc>(vpc).AllBlocks
                .Select(block => block.Value)
                .Where(block => allowed.Count == 0 || allowed.Any(prefix => prefix.Value.Contains(block)))
            : [];
    }

    /// <summary>7224:7300, then 7224:7200 or nothing in the region of the location, then nothing elsewhere, then 7224:7100.</summary>
    private static uint Preference(HybridLink link, ElementId region) => link.Policy.Community switch
    {
        LocalPreferenceCommunity.Low => 0u,
        LocalPreferenceCommunity.Medium => 2u,
        LocalPreferenceCommunity.High => 3u,
        _ => link.LocationRegion == region ? 2u : 1u,
    };
}
