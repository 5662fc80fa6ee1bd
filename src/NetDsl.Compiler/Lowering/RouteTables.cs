using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Merges what a table is told with what it knows by itself, and looks destinations up: the longest prefix wins.</summary>
internal sealed class RouteTables
{
    private readonly Dictionary<ElementId, List<MergedRoute>> tables = [];
    private readonly Dictionary<ElementId, RouteRanges> lookups = [];
    private readonly Dictionary<MergedRoute, RouteStep> steps = [];
    private readonly TopologyIndex index;
    private SiteRoutes? sites;

    public RouteTables(TopologyIndex index)
    {
        this.index = index;

        // Looks into tables of VPCs only; tables of transit gateways have what it finds.
        index.Gateways.Take(new ConnectTunnels(index, this).All());
    }

    /// <summary>What the sites know; it comes of what these tables say.</summary>
    public SiteRoutes Sites => sites ??= new SiteRoutes(index, this);

    /// <summary>The routes of a table, longest prefixes first; of one prefix the route that wins stands first.</summary>
    public IReadOnlyList<MergedRoute> RoutesOf(ElementId table) => Of(table);

    /// <summary>The route that wins, if one contains the destination.</summary>
    public MergedRoute? Lookup(ElementId table, IpAddress destination) => RangesOf(table).At(destination).Route;

    /// <summary>The same, with the range around the destination in which it wins.</summary>
    public (MergedRoute? Route, IpAddress First, IpAddress Last) At(ElementId table, IpAddress destination) => RangesOf(table).At(destination);

    /// <summary>The route of a table for a prefix that wins; nothing when there is none.</summary>
    public MergedRoute? RouteFor(ElementId table, IpPrefix prefix) => RangesOf(table).For(prefix);

    /// <summary>What a path tells of a route.</summary>
    public RouteStep Step(NodeTable nodes, Element table, MergedRoute route)
    {
        if (!steps.TryGetValue(route, out var step))
        {
            step = new RouteStep(
                nodes.Of(table),
                route.Destination,
                route.Kind,
                route.Target is { Kind: not ElementKind.RouteTable } target ? nodes.Of(index.Get<Element>(target)) : -1,
                nodes.Relative(route.Origin));
            steps.Add(route, step);
        }

        return step;
    }

    private RouteRanges RangesOf(ElementId table)
    {
        if (!lookups.TryGetValue(table, out var ranges))
        {
            ranges = new RouteRanges(Of(table));
            lookups.Add(table, ranges);
        }

        return ranges;
    }

    /// <summary>The routes of a table, merged when they are first asked for: a check asks for a few, at every keystroke.</summary>
    private List<MergedRoute> Of(ElementId table)
    {
        if (!tables.TryGetValue(table, out var routes))
        {
            Merge(index.Get<Element>(table));
            routes = tables[table];
        }

        return routes;
    }

    private void Merge(Element table)
    {
        if (table is RouteTable ofVpc)
        {
            tables.Add(table.Id, OfVpc(index, ofVpc, index.Get<Vpc>(ofVpc.Vpc)));
            return;
        }

        var gateway = index.Topology.TransitGateways.First(gateway => gateway.RouteTables.Any(each => each.Id == table.Id));
        foreach (var (each, routes) in TransitGatewayRoutes.Of(index, gateway))
        {
            tables.Add(each, routes);
        }
    }

    /// <remarks>Source: "How route priority works", Amazon VPC User Guide.</remarks>
    private static List<MergedRoute> OfVpc(TopologyIndex index, RouteTable table, Vpc vpc) => Ordered(vpc.AllBlocks
        .Where(block => table.Routes.All(route => route.PrefixList is not null || route.Destination.Value != block.Value)) // Its target was replaced.
        .Select(block => new MergedRoute(block.Value, RouteKind.Local, null, Origin.None))
        .Concat(table.Routes.OrderBy(route => route.PrefixList?.Path, StringComparer.Ordinal).Select(route =>
            new MergedRoute(route.Destination.Value, KindOf(table, route), route.Target.Value, route.Origin)))
        .Concat(RouteServerRoutes.Of(index, table, vpc))
        .Concat(table.Propagations.SelectMany(source => index.Gateways.PropagatedFrom(source.Value, vpc).Select(prefix =>
            new MergedRoute(prefix, RouteKind.Propagated, source.Value, source.Origin))))
        .Concat(OfEndpoints(index, table)));

    private static RouteKind KindOf(RouteTable table, Route route) =>
        route.PrefixList is null ? RouteKind.Static
        : table.Routes.Any(other => other.PrefixList is not null && other.Destination.Value == route.Destination.Value && other.Target.Value != route.Target.Value)
            ? RouteKind.PrefixListTie
            : RouteKind.PrefixList;

    /// <summary>The routes that gateway endpoints put into a table. Source: "Gateway endpoints", AWS PrivateLink guide.</summary>
    private static IEnumerable<MergedRoute> OfEndpoints(TopologyIndex index, RouteTable table) => index.Topology.VpcEndpoints
        .Where(endpoint => endpoint.RouteTables.Contains(table.Id))
        .SelectMany(endpoint => index.Get<PublicService>(endpoint.Service.Value).Prefixes
            .Where(prefix => endpoint.IpAddressType != (prefix.IsIpv4 ? IpAddressType.Ipv6 : IpAddressType.Ipv4))
            .Select(prefix => new MergedRoute(prefix, RouteKind.PrefixList, endpoint.Id, endpoint.Origin)));

    // RouteKind rises as priority falls: local, static, prefix list, propagated.
    private static List<MergedRoute> Ordered(IEnumerable<MergedRoute> routes) => routes
        .OrderByDescending(route => route.Destination.Length)
        .ThenBy(route => route.Kind)
        .ToList();
}

/// <summary>A route of one table as the lookup sees it; it equals itself only.</summary>
/// <param name="destination">The addresses that it is for.</param>
/// <param name="kind">How it came into the table.</param>
/// <param name="target">Where it leads; nothing for a local route or a blackhole.</param>
/// <param name="origin">Where it was written.</param>
internal sealed class MergedRoute(IpPrefix destination, RouteKind kind, ElementId? target, Origin origin)
{
    public IpPrefix Destination => destination;

    public RouteKind Kind => kind;

    public ElementId? Target => target;

    public Origin Origin => origin;
}
