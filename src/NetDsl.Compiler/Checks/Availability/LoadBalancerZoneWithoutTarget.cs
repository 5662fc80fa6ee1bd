using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A node of a network load balancer that has no target in its zone, and may not send to those of others: whoever comes by it is refused. Source: "Network Load Balancers",
/// cross-zone load balancing.
/// </summary>
public static class LoadBalancerZoneWithoutTarget
{
    /// <summary>ND4050.</summary>
    public static Rule Rule { get; } = new(
        "ND4050", "Node of a load balancer has no target in its zone", RuleCategory.Availability, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from pair in network.TargetGroupsOfBalancers()
        let balancer = pair.Balancer
        let @group = pair.Group
        where @group.Targets.Count > 0 && !(@group.CrossZone ?? balancer.CrossZone)
        let served = @group.Targets.Select(target => network.Whole.ZoneOf(target, @group)).ToList()
        where !served.Contains(null)
        let empty = network.Whole.ZonesOf(balancer).Where(zone => !served.Contains(zone)).ToList()
        where empty.Count > 0
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(balancer.Id))} has a node in {Sentence.Join(empty)}, and {network.Text(@group.Id)} no target there: without cross-zone load balancing the node has nobody to send to; register a target there, or call CrossZone().",
            balancer.Origin)
        {
            Related = [new RelatedOrigin(@group.Origin, network.Text(@group.Id))],
            FixArguments = FixArguments.Of(FixArguments.Call, @group.CrossZone is null ? "CrossZone()" : null).ToEquatableArray(),
        };
}
