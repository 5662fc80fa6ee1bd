using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Connections that routes and filters let begin, and whose replies no route leads back, or that a stateful host awaits in vain. Source: "Route tables", Amazon VPC User Guide, and
/// "Update your route tables for a VPC peering connection", Amazon VPC Peering Guide: both sides need a route.
/// </summary>
public static class RepliesFindNoWay
{
    /// <summary>ND2012.</summary>
    public static Rule Rule { get; } = new(
        "ND2012", "Replies find no way back", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from connection in network.Unanswered
        where connection.Acl is null
        let route = connection.Routes.Select(step => PlaceOf(network, step)).FirstOrDefault(origin => origin.Line > 0)
        select new Finding(Rule, $"{network.Text(connection)} arrives, and {(connection.Place == connection.To ? "" : $"its reply is dropped at {network.Text(connection.Place)}: ")}{connection.Reason}.", route ?? (network.Find(connection.To) ?? network.Find(connection.From))?.Origin ?? connection.Place.Origin)
        {
            Related =
            [
                .. PlaceOf(network, connection.Place) is { } end
                    ? [new RelatedOrigin(end, $"{network.Text(connection.Place)}, where the reply ends")]
                    : Array.Empty<RelatedOrigin>(),
                .. network.Find(connection.To) is { Origin.Line: > 0 } receiver && route is not null
                    ? [new RelatedOrigin(receiver.Origin, $"{network.Text(connection.To)}, which replies")]
                    : Array.Empty<RelatedOrigin>(),
            ],
        };

    /// <summary>Where something is declared; the VPC of a main route table.</summary>
    private static Origin? PlaceOf(NetworkIndex network, GraphNode node) =>
        node.Origin.Line > 0 ? node.Origin
        : network.Find(node) is RouteTable table ? network.Find<Vpc>(table.Vpc)?.Origin
        : null;

    /// <summary>The destination of the route, as it was written.</summary>
    private static Origin PlaceOf(NetworkIndex network, RouteStep step) =>
        network.Topology.RouteTables.SelectMany(table => table.Routes).FirstOrDefault(route => route.Origin.Equals(step.Origin))?.Destination.Origin ?? step.Origin;
}
