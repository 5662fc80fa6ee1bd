using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>A rule of a security group that names a group of another VPC.</summary>
/// <param name="Group">The group that has the rule.</param>
/// <param name="Rule">The rule.</param>
/// <param name="IsIngress">Whether it admits, or lets out.</param>
/// <param name="Referenced">The group that it names.</param>
/// <param name="From">The VPC of the rule.</param>
/// <param name="To">The VPC of the referenced group.</param>
internal sealed record SecurityGroupReference(
    SecurityGroup Group, SecurityGroupRule Rule, bool IsIngress, SecurityGroup Referenced, Vpc From, Vpc To)
{
    public string RuleText => IsIngress ? "ingress rule" : "egress rule";

    /// <summary>The VPCs whose interfaces may have the rule, each with one whose interfaces may have the referenced group.</summary>
    public IEnumerable<(ElementId From, ElementId To)> Pairs =>
        VpcsOf(Group).SelectMany(from => VpcsOf(Referenced).Select(to => (from, to)));

    /// <summary>The references whose two groups no VPC has in common.</summary>
    public static IEnumerable<SecurityGroupReference> AcrossVpcs(NetworkIndex network) =>
        network.Topology.SecurityGroups.SelectMany(owner =>
            owner.Ingress.Select(rule => Across(network, owner, rule, isIngress: true))
                .Concat(owner.Egress.Select(rule => Across(network, owner, rule, isIngress: false))))
            .OfType<SecurityGroupReference>();

    /// <summary>
    /// The one block of the other VPC that holds all members of the group, by which the reference can be replaced;
    /// nothing when its members lie in several, or when the text stands for other groups, too.
    /// </summary>
    public IEnumerable<FixArgument> FixArgumentsFor(NetworkIndex network)
    {
        if (network.Topology.SecurityGroups
            .SelectMany(group => group.Ingress.Concat(group.Egress))
            .Any(other => SourceOrder.IsSameText(other.Peer.Origin, Rule.Peer.Origin) && other.Peer.Value != Rule.Peer.Value))
        {
            return [];
        }

        var blocks = network.Topology.NetworkInterfaces
            .Where(member => member.SecurityGroups.Contains(Referenced.Id))
            .Select(member => To.AllBlocks.FirstOrDefault(block => block.Value.Contains(member.PrivateAddress)).Value)
            .DefaultIfEmpty((IpPrefix)To.Primary.Value)
            .Distinct()
            .ToList();
        return FixArguments.Of(FixArguments.Replacement, blocks.Count == 1 ? blocks[0].ToString() : null);
    }

    public RelatedOrigin RelatedTo(NetworkIndex network) =>
        new(Referenced.Origin.Line > 0 ? Referenced.Origin : To.Origin, $"{network.Text(Referenced.Id)} of {network.Text(To.Id)}");

    private static IEnumerable<ElementId> VpcsOf(SecurityGroup group) => group.AssociatedVpcs.Prepend(group.Vpc);

    private static SecurityGroupReference? Across(
        NetworkIndex network, SecurityGroup owner, SecurityGroupRule rule, bool isIngress) =>
        rule.Peer.Value.Group is { } group
        && network.Find<SecurityGroup>(group) is { } referenced
        && referenced.Vpc != owner.Vpc
        && !VpcsOf(owner).Any(referenced.IsIn)
        && network.Find<Vpc>(owner.Vpc) is { } from
        && network.Find<Vpc>(referenced.Vpc) is { } to
            ? new SecurityGroupReference(owner, rule, isIngress, referenced, from, to)
            : null;
}
