using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A network ACL that lets IPv4 through and no IPv6, and is that of a subnet whose hosts have IPv6 addresses. Source: "Network ACL rules", Amazon VPC User Guide: each family
/// has entries of its own.
/// </summary>
public static class Ipv6NotInNetworkAcl
{
    /// <summary>ND3055.</summary>
    public static Rule Rule { get; } = new(
        "ND3055", "Network ACL lets no IPv6 through", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from acl in network.Topology.NetworkAcls
        from entries in new[] { acl.Inbound, acl.Outbound }
        let four = entries.FirstOrDefault(entry => entry.Action == AclAction.Allow && entry.Peer.Value is { IsIpv4: true, Length: 0 })
        where four is not null && !entries.Any(entry => entry.Peer.Value.IsIpv6)
        let host = network.Ipv6Hosts.FirstOrDefault(each => each.Subnet.NetworkAcl == acl.Id).Host
        where host is not null
        let direction = entries.Equals(acl.Inbound) ? "in" : "out"
        select new Finding(
            Rule,
            $"Network ACL {network.Name(acl.Id)} lets {four.Traffic} {direction} by IPv4 and nothing by IPv6, though {network.Text(host.Id)} has the address {host.Ipv6Addresses[0]}; add the entry for {Traffic.AnyIpv6}.",
            four.Origin)
        {
            Related = [new RelatedOrigin(host.Origin, network.Text(host.Id))],
            FixArguments = FixArguments.Of(FixArguments.Replacement, FreeNumber(entries, four.Number)).ToEquatableArray(),
        };

    /// <summary>The first number behind an entry that no other has.</summary>
    private static string? FreeNumber(EquatableArray<NetworkAclEntry> entries, int number) => Enumerable.Range(number + 1, NetworkAclBuilder.MaximumNumber - number)
        .Where(free => entries.All(entry => entry.Number != free))
        .Select(free => FormattableString.Invariant($"{free}"))
        .FirstOrDefault();
}
