using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Routes of a transit gateway to one prefix that nothing ranks, and that carry no flows together all the same. Source: "How Amazon VPC Transit Gateways work", equal-cost
/// multipath routing and route evaluation order.
/// </summary>
public static class EqualRoutesShareNoFlows
{
    /// <summary>ND2041.</summary>
    public static Rule Rule { get; } = new(
        "ND2041", "Equal routes of a transit gateway share no flows", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        where gateway.Attachments.Any(attachment => attachment.LeadsToSites)
        from pair in Pairs(network, gateway).GroupBy(each => each.Idle.Link!.Element)
        let first = pair.First()
        select Told(network, gateway, first.Winner, first.Idle, pair.Select(each => each.Idle.Destination.ToString()).Distinct().ToList());

    private static IEnumerable<(HybridRoute Winner, HybridRoute Idle)> Pairs(NetworkIndex network, TransitGateway gateway) =>
        from table in gateway.RouteTables
        let routes = network.Tables.RoutesOf(table.Id)
        from same in routes.GroupBy(route => route.Destination)
        let best = same.First()
        where best.Kind == RouteKind.Propagated && network.Find<TransitGatewayAttachment>(best.Target!) is { LeadsToSites: true }
        let ways = network.Whole.Gateways.IdleWays(gateway, routes, best)
        from idle in ways.Idle
        select (ways.Winner, idle);

    private static Finding Told(NetworkIndex network, TransitGateway gateway, HybridRoute winner, HybridRoute idle, IReadOnlyList<string> destinations)
    {
        var (used, unused) = (winner.Link!.Element, idle.Link!.Element);
        var (reason, advice) = winner.AsPath.SequenceEqual(idle.AsPath)
            ? ("a VPN concentrator shares none", "rank them with Prepend(…) or Med(…)")
            : ($"their AS paths {string.Join(" ", winner.AsPath)} and {string.Join(" ", idle.AsPath)} differ",
                "let both come from one autonomous system, or rank them with Prepend(…) or Med(…)");
        return new Finding(
            Rule,
            $"{Sentence.Start(network.Text(unused.Id))} brings {network.Text(gateway.Id)} a route to {string.Join(" and ", destinations)} that is as good as that of {network.Text(used.Id)}, and they share no flows: {reason}. All go by the latter, a choice that the vendor leaves open; {advice}.",
            unused.Origin)
        {
            Related = [new RelatedOrigin(used.Origin, $"{network.Text(used.Id)}, which carries them")],
        };
    }
}
