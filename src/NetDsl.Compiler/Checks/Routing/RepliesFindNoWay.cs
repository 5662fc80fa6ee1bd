using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability;
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
            FixArguments = WayBack(network, connection).ToEquatableArray(),
        };

    /// <summary>
    /// The mirrored route, for a code fix: in the table where the reply ends, to the block of the sender's VPC, by the peering connection or transit gateway that the first packet
    /// came by. Nothing where it came otherwise.
    /// </summary>
    private static IEnumerable<FixArgument> WayBack(NetworkIndex network, UnansweredConnection connection)
    {
        var way = connection.Routes
            .Select(step => step.Target >= 0 ? network.Find(network.Node(step.Target)) : null)
            .FirstOrDefault(target => target is Peering or TransitGateway);
        if (way is null
            || network.Find(connection.Place) is not RouteTable table
            || network.Find(connection.From) is not NetworkInterface sender
            || network.Find<Vpc>(network.Whole.Get<Subnet>(sender.Subnet).Vpc)?.AllBlocks.FirstOrDefault(block => block.Value.Contains(connection.Packet.Source)) is not { Origin: not null } block)
        {
            return [];
        }

        var isMain = network.Find<Vpc>(table.Vpc) is { } vpc && vpc.MainRouteTable == table.Id;
        return FixArguments.Of(FixArguments.Replacement, block.ToString())
            .Concat(FixArguments.Of(FixArguments.Target, way.Id.Path))
            .Concat(FixArguments.Place(FixArguments.TargetPlace, way.Origin))
            .Concat(FixArguments.Place(FixArguments.TablePlace, isMain ? null : table.Origin))
            .Concat(FixArguments.Place(FixArguments.VpcPlace, isMain ? network.Find<Vpc>(table.Vpc)!.Origin : null));
    }

    /// <summary>Where something is declared; the VPC of a main route table.</summary>
    private static Origin? PlaceOf(NetworkIndex network, GraphNode node) =>
        node.Origin.Line > 0 ? node.Origin
        : network.Find(node) is RouteTable table ? network.Find<Vpc>(table.Vpc)?.Origin
        : null;

    /// <summary>The destination of the route, as it was written.</summary>
    private static Origin PlaceOf(NetworkIndex network, RouteStep step) =>
        network.Topology.RouteTables.SelectMany(table => table.Routes).FirstOrDefault(route => route.Origin.Equals(step.Origin))?.Destination.Origin ?? step.Origin;
}
