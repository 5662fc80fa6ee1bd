using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>What one gateway or site knows: of every prefix the best route, found by the longest prefix.</summary>
internal sealed class RoutingInformation
{
    private readonly List<ChosenRoute> chosen;

    /// <param name="candidates">Everything it heard of; of routes that are equally good the first here is taken.</param>
    /// <param name="choose">Which of the routes to one prefix are best.</param>
    public RoutingInformation(IEnumerable<HybridRoute> candidates, Func<List<HybridRoute>, List<HybridRoute>> choose) => chosen = candidates
        .GroupBy(route => route.Destination)
        .Select(same => choose([.. same]))
        .Select(best => new ChosenRoute(best))
        .OrderByDescending(each => each.Route.Destination.Length)
        .ThenBy(each => each.Route.Destination)
        .ToList();

    /// <summary>Of every prefix the best route, longest prefixes first.</summary>
    public IReadOnlyList<ChosenRoute> Routes => chosen;

    /// <summary>The best route of the longest prefix that contains the destination.</summary>
    public ChosenRoute? Lookup(IpAddress destination) => chosen.Find(each => each.Route.Destination.Contains(destination));
}

/// <summary>Which of several routes to one prefix are best. Each step keeps those that are as good as any.</summary>
internal static class BestPath
{
    private static readonly DecisionProcess AtDevice = new(new DecisionOptions { UsesMultipath = true });

    /// <summary>
    /// At a virtual private gateway: its own, Direct Connect, static VPN routes, BGP over VPN. Source: "Route tables and AWS Site-to-Site VPN route
    /// priority".
    /// </summary>
    public static List<HybridRoute> AtVpnGateway(List<HybridRoute> routes)
    {
        routes = Least(routes, route => (int)route.Kind);
        return routes[0].Kind switch
        {
            HybridRouteKind.DirectConnect => OverDirectConnect(routes),
            HybridRouteKind.Dynamic => LowestMedOfEachNeighbour(Least(routes, route => route.AsPath.Count)),
            _ => routes,
        };
    }

    /// <summary>Over Direct Connect: local preference, AS path, MED. Source: "Routing policies and BGP communities", AWS Direct Connect User Guide.</summary>
    public static List<HybridRoute> OverDirectConnect(List<HybridRoute> routes) => Least(
        Least(Least(routes, route => uint.MaxValue - route.Preference), route => route.AsPath.Count), route => route.Med ?? 0);

    /// <summary>
    /// From Connect peers and at a VPN concentrator: AS path, MED, external before internal BGP. Source: "How Amazon VPC Transit Gateways work", route evaluation order.
    /// </summary>
    public static List<HybridRoute> AtTransitGateway(List<HybridRoute> routes) => Least(
        Least(Least(routes, route => route.AsPath.Count), route => route.Med ?? TransitGatewayRoutes.MetricWithoutMed(TransitGatewayAttachmentKind.Connect)),
        route => route.Link is { IsInternal: true } ? 1 : 0);

    /// <summary>At a site: its own, what was written down, what the decision process of its device says, and then Direct Connect, by our choice.</summary>
    public static List<HybridRoute> AtSite(List<HybridRoute> routes)
    {
        routes = Least(routes, route => (int)route.Kind);
        return AtDevice.Choose([.. routes.Select(Candidate)]).Used
            .Select(best => routes[best])
            .OrderBy(route => route.Link is not { IsDirectConnect: true })
            .ToList();
    }

    /// <summary>What a device's decision process looks at, as far as networks say it: every site is one system, whose devices hear all from other ones.</summary>
    private static CandidatePath Candidate(HybridRoute route) => new([.. route.AsPath]) { LocalPreference = route.Preference, Med = route.Med };

    private static List<HybridRoute> LowestMedOfEachNeighbour(List<HybridRoute> routes) => routes.FindAll(route =>
        !routes.Exists(other => other.HasNeighbourOf(route) && (other.Med ?? 0) < (route.Med ?? 0)));

    private static List<HybridRoute> Least(List<HybridRoute> routes, Func<HybridRoute, long> rank)
    {
        var least = routes.Min(rank);
        return routes.FindAll(route => rank(route) == least);
    }
}
