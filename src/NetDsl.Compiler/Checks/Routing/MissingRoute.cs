using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>What a code fix needs to know to route a subnet's way to the internet to a target.</summary>
internal static class MissingRoute
{
    /// <param name="network">The network.</param>
    /// <param name="subnet">The subnet that needs the route.</param>
    /// <param name="table">The table that it uses.</param>
    /// <param name="target">Where the route should lead.</param>
    /// <param name="present">A route for the same destination that leads elsewhere, if any.</param>
    public static IEnumerable<FixArgument> FixArguments(
        NetworkIndex network, Subnet subnet, RouteTable table, Element target, Route? present) =>
        Checks.FixArguments.Of(Checks.FixArguments.Target, target.Id.Path)
            .Concat(Checks.FixArguments.Place(Checks.FixArguments.TargetPlace, target.Origin))
            .Concat(Checks.FixArguments.Place(Checks.FixArguments.SubnetPlace, subnet.Origin))
            .Concat(Checks.FixArguments.Place(Checks.FixArguments.TablePlace, table.Origin))
            .Concat(Checks.FixArguments.Place(Checks.FixArguments.RouteTargetPlace, present?.Target.Origin))
            .Concat(Checks.FixArguments.Of(Checks.FixArguments.FreeName, FreeTableName(network, subnet)));

    /// <summary>
    /// Whether all subnets that the text of this subnet, or of its table, is about want the route: in a loop or a helper, what is
    /// written once serves all, and a private subnet must not become public by the way.
    /// </summary>
    public static bool IsMissedByAll(NetworkIndex network, Subnet subnet, RouteTable table, Func<Subnet, bool> wants) => network.Topology.Subnets
        .Where(other => SourceOrder.IsSameText(other.Origin, subnet.Origin)
            || (other.RouteTable != table.Id && SourceOrder.IsSameText(network.Find<RouteTable>(other.RouteTable)!.Origin, table.Origin)))
        .All(wants);

    /// <summary>A name for a table of its own: the subnet's, numbered where a table has that already.</summary>
    private static string FreeTableName(NetworkIndex network, Subnet subnet)
    {
        var name = subnet.Name;
        for (var number = 2; network.Find<RouteTable>(new ElementId(ElementKind.RouteTable, $"{subnet.Vpc.Path}/{name}")) is not null; number++)
        {
            name = FormattableString.Invariant($"{subnet.Name}-{number}");
        }

        return name;
    }
}
