using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>
/// What route servers install in tables: of each prefix one route, to the interface of the appliance that tells it with the lowest MED.
/// </summary>
/// <remarks>Source: "How Amazon VPC Route Server works", Amazon VPC User Guide.</remarks>
internal static class RouteServerRoutes
{
    /// <summary>The routes that a table gets from the route servers that it propagates from.</summary>
    public static IEnumerable<MergedRoute> Of(TopologyIndex index, RouteTable table, Vpc vpc) =>
        table.RouteServers.SelectMany(source => Best(index.Get<RouteServer>(source.Value))
            .Where(route => Takes(index.Topology, table, vpc, route.Destination))
            .OrderBy(route => route.Destination)
            .Take(index.Topology.Profile.Quotas.PropagatedRoutesPerRouteTable));

    private static IEnumerable<MergedRoute> Best(RouteServer server) => server.Peers
        .Where(peer => peer.IsUp)
        .SelectMany(peer => peer.Advertised.Select(told => (Peer: peer, Told: told)))
        .GroupBy(each => each.Told.Destination.Value)
        .Select(alike => alike.OrderBy(each => each.Told.Med).ThenBy(each => each.Peer.Name, StringComparer.Ordinal).First())
        .Select(best => new MergedRoute(best.Told.Destination.Value, RouteKind.Propagated, best.Peer.Interface, best.Told.Origin));

    // Inside the VPC as a static route: for a whole subnet. What enters by a gateway is for the VPC, so that its table takes nothing else.
    private static bool Takes(Topology topology, RouteTable table, Vpc vpc, IpPrefix destination) =>
        vpc.Contains(destination)
            ? topology.Subnets.Any(subnet => subnet.Vpc == vpc.Id && subnet.Prefix.Value == destination)
            : topology.InternetGateways.All(gateway => gateway.RouteTable != table.Id);
}
