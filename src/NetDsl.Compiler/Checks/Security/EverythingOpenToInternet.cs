using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A rule that lets everybody to every port of a host with a public address. Source: "Security group rules", Amazon VPC User Guide: best practices.
/// </summary>
public static class EverythingOpenToInternet
{
    /// <summary>ND3053.</summary>
    public static Rule Rule { get; } = new(
        "ND3053", "Every port is open to the whole internet", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from @group in network.Topology.SecurityGroups
        from rule in @group.Ingress
        where rule.Traffic.Protocol.IsAny && rule.Peer.Value.Prefix is { Length: 0 }
        let isIpv4 = rule.Peer.Value.Prefix!.Value.IsIpv4
        let host = network.Topology.NetworkInterfaces.FirstOrDefault(each => each.ManagedBy is null
            && each.SecurityGroups.Contains(@group.Id)
            && (isIpv4 ? each.PublicAddress is not null : each.Ipv6Addresses.Count > 0)
            && !ForwardsForOthers(network, each))
        where host is not null
        select new Finding(
            Rule,
            $"Security group {network.Name(@group.Id)} lets everybody ({rule.Peer.Value}) to every port of {network.Text(host.Id)}, which has the public address {(isIpv4 ? host.PublicAddress!.Value : host.Ipv6Addresses[0])}; name the traffic that is for it.",
            rule.Peer.Origin)
        {
            Related = [new RelatedOrigin(host.Origin, $"{network.Text(host.Id)}, which has the group")],
        };

    /// <summary>Whether the host passes on what is for others, of whatever kind.</summary>
    private static bool ForwardsForOthers(NetworkIndex network, NetworkInterface host) =>
        host.Instance is { } instance && network.Find<Instance>(instance) is { Forwarding: not HostForwarding.None };
}
