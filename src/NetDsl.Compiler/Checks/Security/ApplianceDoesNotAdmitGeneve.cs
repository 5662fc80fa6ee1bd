using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An appliance of a Gateway Load Balancer whose security groups do not admit what a node sends, or do not let it back. Source: "Getting started with Gateway Load
/// Balancers", User Guide for Gateway Load Balancers: UDP 6081 from the addresses of the load balancer.
/// </summary>
public static class ApplianceDoesNotAdmitGeneve
{
    private const ushort Geneve = GatewayLoadBalancer.GenevePort;

    /// <summary>ND3030.</summary>
    public static Rule Rule { get; } = new(
        "ND3030", "Appliance does not admit its Gateway Load Balancer", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from balancer in network.Topology.GatewayLoadBalancers
        from target in balancer.Targets
        let appliance = network.Find<NetworkInterface>(target.Interface)
        where appliance is not null
        let groups = appliance.SecurityGroups.Select(network.Find<SecurityGroup>).OfType<SecurityGroup>().ToList()
        from node in balancer.Nodes.Select(network.Find<NetworkInterface>).OfType<NetworkInterface>()
        where balancer.CrossZone || ZoneOf(network, node) == ZoneOf(network, appliance)
        let isAdmitted = groups.Exists(each => each.Ingress.Any(rule => Lets(network, rule, node)))
        where !isAdmitted || !groups.Exists(each => each.Egress.Any(rule => Lets(network, rule, node)))
        let direction = isAdmitted ? "egress" : "ingress"
        let advice = isAdmitted ? $"Egress(Udp({Geneve}), to: \"{IpPrefix.Of(node.PrivateAddress)}\")" : $"Ingress(Udp({Geneve}), from: \"{IpPrefix.Of(node.PrivateAddress)}\")"
        select new Finding(
            Rule,
            $"No {direction} rule of the security groups of {network.Text(appliance.Id)} lets Geneve (udp/{Geneve}) {(isAdmitted ? "back to" : "in from")} the node of {network.Text(balancer.Id)} in {ZoneOf(network, node)}, so that the appliance sees nothing of it; add {advice} to one of them.",
            target.Origin)
        {
            FixArguments = FixArguments.Of(FixArguments.Call, groups.Exists(each => each.Origin.Line > 0) ? advice : null)
                .Concat(FixArguments.Place(FixArguments.CallPlace, groups.Find(each => each.Origin.Line > 0)?.Origin))
                .ToEquatableArray(),
            Related = [.. groups.Where(each => each.Origin.Line > 0).Select(each => new RelatedOrigin(each.Origin, "its security group"))],
        };

    /// <summary>Whether the rule matches; one that references a group never does, because nodes have no groups.</summary>
    private static bool Lets(NetworkIndex network, SecurityGroupRule rule, NetworkInterface node) =>
        rule.Traffic.Matches(Protocol.Udp, Geneve) && network.PrefixesOf(rule.Peer.Value).Any(prefix => prefix.Contains(node.PrivateAddress));

    private static string? ZoneOf(NetworkIndex network, NetworkInterface each) => network.Find<Subnet>(each.Subnet)?.Zone.Value;
}
