using NetDsl.Addressing;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>The entries of network ACLs and the rules of security groups that decide nothing.</summary>
internal sealed class DeadFilterRules
{
    private readonly TopologyIndex index;
    private readonly FilterCompilation filters;
    private readonly Coverage coverage;
    private readonly PacketSpace space;

    public DeadFilterRules(TopologyIndex index, NodeTable nodes, Coverage coverage)
    {
        this.index = index;
        this.coverage = coverage;
        space = coverage.Space;
        filters = new FilterCompilation(index, nodes);
    }

    /// <summary>All of the network.</summary>
    public IEnumerable<DeadRule> All() => index.Topology.NetworkAcls
        .SelectMany(acl => Hidden(acl, inbound: true).Concat(Hidden(acl, inbound: false)))
        .Concat(index.Topology.SecurityGroups.SelectMany(group => Idle(group, ingress: true).Concat(Idle(group, ingress: false))));

    /// <summary>The entries all of whose packets earlier entries decide.</summary>
    private IEnumerable<DeadRule> Hidden(NetworkAcl acl, bool inbound)
    {
        var rules = filters[filters.Acl(acl, inbound)].Rules;
        var entries = rules.Select((rule, place) => (Item: place, Packets: Packets(rule))).ToList();
        foreach (var (place, packets) in entries.Where(entry => rules[entry.Item].Origin.Line > 0))
        {
            var earlier = coverage.Of(packets, entries.Take(place));
            if (earlier.Count > 0)
            {
                yield return new DeadRule(
                    acl.Id,
                    inbound ? DeadRuleList.InboundEntries : DeadRuleList.OutboundEntries,
                    place,
                    RuleText.NetworkAclEntry(rules[place], inbound),
                    $"{Sentence.Join([.. earlier.Select(each => $"entry {rules[each].Number}")])} {(earlier.Count == 1 ? "decides" : "decide")} all of its packets first",
                    rules[place].Origin)
                {
                    Because = earlier.Select(each => new RelatedOrigin(rules[each].Origin, RuleText.NetworkAclEntry(rules[each], inbound))).ToEquatableArray(),
                };
            }
        }
    }

    /// <summary>The rules that reference nobody, or that the others of the group contain.</summary>
    private List<DeadRule> Idle(SecurityGroup group, bool ingress)
    {
        var rules = (ingress ? group.Ingress : group.Egress).ToList();
        var compiled = rules.ConvertAll(rule => filters.Compile(group, rule, new GroupPlace(group.Vpc, CarriesReferences: true), ingress).ToList());
        var sets = compiled.ConvertAll(all => space.UnionOf([.. all.Select(Packets)]));
        var dead = new List<DeadRule>();
        var living = new List<int>();
        for (var place = 0; place < rules.Count; place++)
        {
            if (rules[place].Origin.Line > 0 && WhyNobody(group, rules[place], ingress) is { } why)
            {
                dead.Add(Dead(place, why.Reason) with { Because = [why.Because] });
            }
            else
            {
                living.Add(place);
            }
        }

        // From the last on, each by those that still stand: so the later of two equal rules is the one too many, and all of them can go together.
        foreach (var place in Enumerable.Reverse(living).Where(place => rules[place].Origin.Line > 0).ToList())
        {
            var others = coverage.Of(sets[place], living.Where(other => other != place).Select(other => (other, sets[other])));
            if (others.Count > 0)
            {
                living.Remove(place);
                dead.Add(Dead(place, others.Count == 1 ? "another rule of the group allows all of it" : $"{others.Count} other rules of the group allow all of it") with
                {
                    Because = others.Select(other => new RelatedOrigin(rules[other].Origin, Text(other))).ToEquatableArray(),
                });
            }
        }

        return dead;

        DeadRule Dead(int place, string reason) =>
            new(group.Id, ingress ? DeadRuleList.IngressRules : DeadRuleList.EgressRules, place, Text(place), reason, rules[place].Origin);

        string Text(int place) => RuleText.SecurityGroupRule(
            rules[place].Traffic,
            ingress,
            rules[place].Peer.Value switch
            {
                { Group: { } referenced } => $"security group {referenced.Name}",
                { PrefixList: { } list } => $"prefix list {list.Name}",
                var peer => peer.ToString(),
            },
            group.Id.Name);
    }

    /// <summary>Why a rule that references a group matches nobody wherever it is asked; nothing when it matches somebody, or is asked nowhere.</summary>
    private (string Reason, RelatedOrigin Because)? WhyNobody(SecurityGroup group, SecurityGroupRule rule, bool ingress)
    {
        var places = filters.PlacesOf(group.Id).ToList();
        if (rule.Peer.Value.Group is not { } id
            || places.Count == 0
            || places.Exists(place => filters.Compile(group, rule, place, ingress).Any(each => each.Members.Count > 0)))
        {
            return null;
        }

        var referenced = index.Get<SecurityGroup>(id);
        return (
            filters.PlacesOf(id).Any()
                ? $"security group {id.Path} cannot be referenced from where the rule is asked: nothing joins the VPCs of both for references"
                : $"nothing has security group {id.Path}",
            new RelatedOrigin(referenced.Origin.Line > 0 ? referenced.Origin : index.Get<Vpc>(referenced.Vpc).Origin, "the referenced group"));
    }

    /// <summary>
    /// What a rule matches. Who has a group can have any address, so that only rules about all addresses contain one about a group; the field of the
    /// destination, of which no rule speaks, holds the number of the group.
    /// </summary>
    private PacketSet Packets(FilterRule rule)
    {
        var traffic = space.Of(new TrafficSelector(rule.Protocol, rule.Ports));
        return rule.Group < 0
            ? space.Intersect(traffic, space.From(rule.Prefix))
            : space.Intersect(space.Intersect(traffic, AnyAddress()), space.To(new IpAddress(0, (ulong)rule.Group)));
    }

    private PacketSet AnyAddress() => index.Topology.NetworkInterfaces.Any(each => each.Ipv6Addresses.Count > 0)
        || TopologyIndex.AddressesOfSubnets(index.Topology).Any()
        ? space.Union(space.From(IpPrefix.AllIpv4), space.From(IpPrefix.AllIpv6))
        : space.From(IpPrefix.AllIpv4);
}
