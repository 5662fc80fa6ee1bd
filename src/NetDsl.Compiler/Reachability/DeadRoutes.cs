using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>The routes that never win: others of their table have their prefix and go first, or have all of its addresses in longer prefixes.</summary>
internal sealed class DeadRoutes(TopologyIndex index, NodeTable nodes, Coverage coverage)
{
    private readonly RouteTables tables = new(index);

    /// <summary>All of the network.</summary>
    public IEnumerable<DeadRule> All() => index.Topology.RouteTables
        .SelectMany(table => Of(table, table.Propagations.Concat(table.RouteServers), route => PlaceIn(table, route)))
        .Concat(index.Topology.TransitGateways.SelectMany(gateway => gateway.RouteTables).SelectMany(table => Of(
            table, table.Propagations, route => PlaceIn(table, route))));

    private IEnumerable<DeadRule> Of(Element table, IEnumerable<Sourced<ElementId>> propagations, Func<MergedRoute, int> placeOf)
    {
        var origins = propagations.GroupBy(each => each.Value).ToDictionary(each => each.Key, each => each.First().Origin);
        var routes = tables.RoutesOf(table.Id);
        foreach (var route in routes)
        {
            var origin = route.Origin.Line == 0 && route.Target is { } source && origins.TryGetValue(source, out var propagation) ? propagation : route.Origin;
            if (origin.Line == 0)
            {
                continue;
            }

            var set = coverage.Space.To(route.Destination);
            var winners = coverage.Of(set, routes.Where(other => GoesFirst(other, route)).Select(other => (other, coverage.Space.To(other.Destination))));
            if (winners.Count > 0)
            {
                yield return new DeadRule(table.Id, DeadRuleList.Routes, placeOf(route), Text(table, route), Reason(table, route, winners), origin)
                {
                    Because = winners.Select(winner => new RelatedOrigin(winner.Origin, Text(table, winner))).ToEquatableArray(),
                };
            }
        }
    }

    /// <summary>Whether a route takes packets from another one. What two routes of equal rank share is not lost: either stands in for the other.</summary>
    private static bool GoesFirst(MergedRoute route, MergedRoute other) =>
        other.Destination.Contains(route.Destination.First)
        && (route.Destination.Length > other.Destination.Length
            || (route.Destination == other.Destination && route.Kind < other.Kind && route.Kind != RouteKind.PrefixListTie));

    private string Reason(Element table, MergedRoute route, List<MergedRoute> winners) => winners switch
    {
        [var only] when only.Destination == route.Destination => $"{Text(table, only)} has the same prefix and goes first",
        [var only] => $"{Text(table, only)} is more specific and has all of its addresses",
        _ => $"{winners.Count} more specific routes have all of its addresses",
    };

    private string Text(Element table, MergedRoute route) => RuleText.Route(tables.Step(nodes, table, route), place => nodes[place]);

    private static int PlaceIn(RouteTable table, MergedRoute route) => PlaceIn(
        table.Routes, each => each.Destination.Value == route.Destination && each.Target.Value == route.Target && ReferenceEquals(each.Origin, route.Origin));

    private static int PlaceIn(TransitGatewayRouteTable table, MergedRoute route) => PlaceIn(
        table.Routes, each => each.Destination.Value == route.Destination && each.Attachment == route.Target && ReferenceEquals(each.Origin, route.Origin));

    private static int PlaceIn<T>(IEnumerable<T> routes, Func<T, bool> isIt) => routes
        .Select((each, place) => (Route: each, Place: place))
        .Where(each => isIt(each.Route))
        .Select(each => each.Place)
        .DefaultIfEmpty(-1)
        .First();
}
