using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A listener that sends to a group without a target: every connection is refused. Source: "Target groups for your Network Load Balancers", Elastic Load Balancing.
/// </summary>
public static class TargetGroupWithoutTarget
{
    /// <summary>ND4055.</summary>
    public static Rule Rule { get; } = new(
        "ND4055", "Listener sends to a group without a target", RuleCategory.Availability, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from balancer in network.Topology.LoadBalancers
        from listener in balancer.Listeners
        let @group = network.Find<TargetGroup>(listener.TargetGroup)
        where @group is { Targets.Count: 0 }
        select new Finding(
            Rule,
            $"The listener of {network.Text(balancer.Id)} on port {listener.Port} sends to {network.Text(@group.Id)}, which has no target, so that every connection is refused; register one with Target(…).",
            @group.Origin)
        {
            Related = [new RelatedOrigin(listener.Origin, $"the listener of {network.Text(balancer.Id)}")],
        };
}
