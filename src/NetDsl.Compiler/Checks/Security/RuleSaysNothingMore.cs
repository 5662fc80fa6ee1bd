using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A rule of a security group that lets through only what another rule of the group lets through already. Source: "Security group rules", Amazon VPC User Guide: the most
/// permissive of overlapping rules holds.
/// </summary>
public static class RuleSaysNothingMore
{
    /// <summary>ND3054.</summary>
    public static Rule Rule { get; } = new(
        "ND3054", "Rule of a security group adds nothing", RuleCategory.Security, Severity.Info);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from @group in network.Topology.SecurityGroups
        from rules in new[] { @group.Ingress, @group.Egress }
        let written = rules.Where(rule => rule.Origin.Line > 0).ToList()
        from rule in written
        let wider = written.FirstOrDefault(other => other != rule && Covers(other, rule) && (!Covers(rule, other) || written.IndexOf(other) < written.IndexOf(rule)))
        where wider is not null
        select new Finding(
            Rule,
            $"The rule of security group {network.Name(@group.Id)} for {rule.Traffic} {rule.Peer.Value} lets through nothing that the one for {wider.Traffic} {wider.Peer.Value} does not; take it away.",
            rule.Origin)
        {
            Related = [new RelatedOrigin(wider.Origin, "the rule that lets it through already")],
        };

    private static bool Covers(SecurityGroupRule wide, SecurityGroupRule narrow) =>
        wide.Traffic.Covers(narrow.Traffic)
        && (wide.Peer.Value == narrow.Peer.Value
            || (wide.Peer.Value.Prefix is { } around && narrow.Peer.Value.Prefix is { } inside && around.Contains(inside)));
}
