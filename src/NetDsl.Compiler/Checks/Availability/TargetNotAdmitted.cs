using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A target whose security groups admit nobody to its port: neither clients nor the checks of the load balancer get in, and the target is never healthy. Source: "Target
/// security groups", User Guide for Network Load Balancers.
/// </summary>
public static class TargetNotAdmitted
{
    /// <summary>ND4056.</summary>
    public static Rule Rule { get; } = new(
        "ND4056", "Target admits nobody to its port", RuleCategory.Availability, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from pair in network.TargetGroupsOfBalancers()
        from target in pair.Group.Targets
        let host = target.Interface is { } each ? network.Find<NetworkInterface>(each) : null
        where host is not null
        let groups = host.SecurityGroups.Select(network.Find<SecurityGroup>).OfType<SecurityGroup>().ToList()
        where groups.Count > 0 && !groups.Exists(each => each.Ingress.Any(rule => Admits(rule, pair.Group, target)))
        let transport = pair.Group.Protocol == ListenerProtocol.Udp ? "Udp" : "Tcp"
        select new Finding(
            Rule,
            $"No security group of {network.Text(host.Id)} has a rule for port {target.Port}, at which {network.Text(pair.Group.Id)} of {network.Text(pair.Balancer.Id)} sends to it: it is never healthy; add Ingress({transport}({target.Port}), from: …) to {network.Text(groups[0].Id)}.",
            target.Origin)
        {
            Related = [.. groups.Where(each => each.Origin.Line > 0).Select(each => new RelatedOrigin(each.Origin, "its security group"))],
        };

    private static bool Admits(SecurityGroupRule rule, TargetGroup group, Target target) =>
        (group.Protocol != ListenerProtocol.Udp && rule.Traffic.Matches(Protocol.Tcp, target.Port))
        || (group.Protocol is ListenerProtocol.Udp or ListenerProtocol.TcpUdp && rule.Traffic.Matches(Protocol.Udp, target.Port));
}
