namespace NetDsl.Compiler.Checks;

/// <summary>
/// Two prefix lists with one entry, which a table leads to different targets. Source: "Route priority and prefix lists", Amazon VPC User Guide.
/// </summary>
public static class AmbiguousPrefixLists
{
    /// <summary>ND2011.</summary>
    public static Rule Rule { get; } = new(
        "ND2011", "Prefix lists lead one prefix to different targets", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        from same in table.Routes.GroupBy(route => route.Destination.Value)
        where same.All(route => route.PrefixList is not null)
        let routes = same.OrderBy(route => route.PrefixList!.Value.Path, StringComparer.Ordinal).ToList()
        where routes.Exists(route => route.Target.Value != routes[0].Target.Value)
        let other = routes.First(route => route.Target.Value != routes[0].Target.Value)
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} leads {same.Key} to {network.Text(routes[0].Target.Value)} by {network.Text(routes[0].PrefixList!.Value)} and to {network.Text(other.Target.Value)} by {network.Text(other.PrefixList!.Value)}; the vendor takes one of them at random, add a route to {same.Key} itself, or take the entry out of one list.",
            other.Destination.Origin)
        {
            Related = [new RelatedOrigin(routes[0].Destination.Origin, "the other route")],
        };
}
