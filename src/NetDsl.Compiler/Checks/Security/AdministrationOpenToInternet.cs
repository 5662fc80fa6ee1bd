using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A rule that lets everybody to a port of administration of a host that the internet can write to. Source: "Security group rules", Amazon VPC User Guide, which
/// names 22 and 3389.
/// </summary>
public static class AdministrationOpenToInternet
{
    // SSH and RDP.
    private static readonly int[] Ports = [22, 3389];

    /// <summary>ND3050.</summary>
    public static Rule Rule { get; } = new(
        "ND3050", "Port of administration is open to the whole internet", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        var hosts = network.Topology.NetworkInterfaces
            .Where(host => host is { ManagedBy: null } && (host.PublicAddress is not null || host.Ipv6Addresses.Count > 0))
            .SelectMany(host => host.SecurityGroups.Select(group => (group, host)))
            .ToLookup(each => each.group, each => each.host);
        return
            from @group in network.Topology.SecurityGroups
            from rule in @group.Ingress
            where rule.Traffic.Protocol == Protocol.Tcp && rule.Peer.Value.Prefix is { Length: 0 }
            let open = Ports.Where(port => rule.Traffic.DestinationPorts.Contains(port)).ToList()
            where open.Count > 0
            let everybody = rule.Peer.Value.Prefix!.Value
            let host = hosts[@group.Id].FirstOrDefault(each => everybody.IsIpv4 ? each.PublicAddress is not null : each.Ipv6Addresses.Count > 0)
            where host is not null
            select Told(network, @group, rule, everybody, host, open);
    }

    private static Finding Told(NetworkIndex network, SecurityGroup group, SecurityGroupRule rule, IpPrefix everybody, NetworkInterface host, IReadOnlyList<int> open) => new(
        Rule,
        $"Security group {network.Name(group.Id)} lets everybody ({everybody}) to port {Sentence.Join([.. open.Select(port => $"{port}")])} of {network.Text(host.Id)}, which has the public address {(everybody.IsIpv4 ? host.PublicAddress!.Value : host.Ipv6Addresses[0])}; write the prefix of those who administer it.",
        rule.Peer.Origin)
    {
        Related = [new RelatedOrigin(host.Origin, $"{network.Text(host.Id)}, which has the group")],
    };
}
