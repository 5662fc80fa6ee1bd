using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Two prefix lists with one entry, which a table leads to different targets. Source: "Route priority and prefix lists", Amazon VPC User Guide. For
/// tables of transit gateways the vendor says nothing of it.
/// </summary>
public static class AmbiguousPrefixLists
{
    /// <summary>ND2011.</summary>
    public static Rule Rule { get; } = new(
        "ND2011", "Prefix lists lead one prefix to different targets", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network) => network.Topology.RouteTables
        .SelectMany(table => Competing(
            network,
            network.Text(table),
            "takes one of them at random",
            table.Routes.Select(route => new Entry(route.Destination, route.PrefixList, route.Target.Value))))
        .Concat(network.Topology.TransitGateways.SelectMany(gateway => gateway.RouteTables).SelectMany(table => Competing(
            network,
            network.Text(table.Id),
            "leaves open which it takes",
            table.Routes.Select(route => new Entry(route.Destination, route.PrefixList, route.Attachment)))));

    private static IEnumerable<Finding> Competing(NetworkIndex network, string table, string choice, IEnumerable<Entry> entries) =>
        from same in entries.GroupBy(entry => entry.Destination.Value)
        where same.All(entry => entry.List is not null)
        let ordered = same.OrderBy(entry => entry.List!.Path, StringComparer.Ordinal).ToList()
        let other = ordered.Find(entry => entry.Target != ordered[0].Target)
        where other is not null
        select new Finding(
            Rule,
            $"{Sentence.Start(table)} leads {same.Key} to {Text(network, ordered[0])} by {network.Text(ordered[0].List!)} and to {Text(network, other)} by {network.Text(other.List!)}; the vendor {choice}, add a route to {same.Key} itself, or take the entry out of one list.",
            other.Destination.Origin)
        {
            Related = [new RelatedOrigin(ordered[0].Destination.Origin, "the other route")],
        };

    private static string Text(NetworkIndex network, Entry entry) => entry.Target is { } target ? network.Text(target) : "nowhere";

    private sealed record Entry(Sourced<IpPrefix> Destination, ElementId? List, ElementId? Target);
}
