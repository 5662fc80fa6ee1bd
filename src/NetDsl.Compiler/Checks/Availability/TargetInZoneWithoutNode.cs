namespace NetDsl.Compiler.Checks;

/// <summary>
/// A target in a zone in which the load balancer of its group has no node: the vendor calls it unused, and it gets nothing, cross-zone load balancing or not. Source: "Target
/// groups for your Network Load Balancers", target health status.
/// </summary>
public static class TargetInZoneWithoutNode
{
    /// <summary>ND4051.</summary>
    public static Rule Rule { get; } = new(
        "ND4051", "Target is in a zone in which its load balancer has no node", RuleCategory.Availability, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from used in LoadBalancerZones.Pairs(network).GroupBy(pair => pair.Group, pair => pair.Balancer)
        let zones = used.SelectMany(balancer => LoadBalancerZones.Of(network, balancer)).ToList()
        from target in used.Key.Targets
        let zone = LoadBalancerZones.Of(network, used.Key, target)
        where zone is not null && !zones.Contains(zone)
        let balancer = used.First()
        select new Finding(
            Rule,
            $"A target of {network.Text(used.Key.Id)} is in zone {zone}, where {network.Text(balancer.Id)} has no node: it gets nothing; add a node there with Subnet(…), or register a target of another zone.",
            target.Origin)
        {
            Related = [new RelatedOrigin(balancer.Origin, network.Text(balancer.Id))],
        };
}
