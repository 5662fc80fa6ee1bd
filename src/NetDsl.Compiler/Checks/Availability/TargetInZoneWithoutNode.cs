using NetDsl.Model;

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
        from pair in network.TargetGroupsOfBalancers()
        let zones = network.Whole.ZonesOf(pair.Balancer)
        from target in pair.Group.Targets
        let zone = network.Whole.ZoneOf(target, pair.Group)
        where zone is not null && !zones.Contains(zone)
        select new Finding(
            Rule,
            $"A target of {network.Text(pair.Group.Id)} is in zone {zone}, where {network.Text(pair.Balancer.Id)} has no node: it gets nothing; add a node there with Subnet(…), or register a target of another zone.",
            target.Origin)
        {
            Related = [new RelatedOrigin(pair.Balancer.Origin, network.Text(pair.Balancer.Id))],
            FixArguments = FixArguments.Place(FixArguments.CallPlace, pair.Balancer.Origin)
                .Concat(FixArguments.Place(FixArguments.SubnetPlace, SubnetOf(network, target)?.Origin))
                .ToEquatableArray(),
        };

    private static Subnet? SubnetOf(NetworkIndex network, Target target) =>
        target.Interface is { } host && network.Find<NetworkInterface>(host) is { } found ? network.Find<Subnet>(found.Subnet) : null;
}
