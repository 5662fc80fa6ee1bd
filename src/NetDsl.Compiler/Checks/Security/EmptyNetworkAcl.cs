using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A network ACL that allows nothing in either direction, and is that of a subnet with hosts: it cuts them off. Source: "Custom network ACLs", Amazon VPC User Guide: until
/// entries are added, each denies all traffic.
/// </summary>
public static class EmptyNetworkAcl
{
    /// <summary>ND3052.</summary>
    public static Rule Rule { get; } = new(
        "ND3052", "Network ACL cuts its subnets off", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from acl in network.Topology.NetworkAcls
        where acl.Inbound.Concat(acl.Outbound).All(entry => entry.Action == AclAction.Deny)
        let subnet = network.Topology.Subnets.FirstOrDefault(each => each.NetworkAcl == acl.Id
            && network.Topology.NetworkInterfaces.Any(host => host.Subnet == each.Id))
        where subnet is not null
        select new Finding(
            Rule,
            $"Network ACL {network.Name(acl.Id)} allows nothing, in or out, and {network.Text(subnet.Id)} is associated with it: nothing of what is in there speaks to anything outside of the subnet; add AllowInbound(…) and AllowOutbound(…).",
            acl.Origin)
        {
            Related = [new RelatedOrigin(subnet.Origin, $"{network.Text(subnet.Id)}, which is cut off")],
        };
}
