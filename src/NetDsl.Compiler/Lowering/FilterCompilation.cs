using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Compiles security groups and network ACLs into filters, equal ones once.</summary>
internal sealed class FilterCompilation
{
    private readonly TopologyIndex index;
    private readonly NodeTable nodes;
    private readonly InternedTable<PacketFilter> filters = new();
    private readonly (Dictionary<ElementId, int> In, Dictionary<ElementId, int> Out) acls = ([], []);
    private readonly (Dictionary<ElementId, NetworkAclStep> In, Dictionary<ElementId, NetworkAclStep> Out) aclSteps = ([], []);
    private readonly ILookup<ElementId, (int Holder, GroupPlace Place)> membersOf;
    private readonly Dictionary<(EquatableArray<ElementId> Groups, GroupPlace Place, bool Ingress), int> ofGroups = [];
    private readonly Dictionary<(ElementId From, ElementId Referenced, bool Ingress, bool OverTransitGateway), bool> references = [];

    public FilterCompilation(TopologyIndex index, NodeTable nodes)
    {
        this.index = index;
        this.nodes = nodes;

        // Interfaces are the first holders, in the order of the topology; see HolderList.
        // The interfaces of Client VPN associations have groups too.
        membersOf = index.Topology.NetworkInterfaces
            .SelectMany((each, holder) => each.SecurityGroups.Select(group => (Group: group, Holder: holder, Place: PlaceOf(each))))
            .Concat(AssociationsWithGroups(index))
            .ToLookup(member => member.Group, member => (member.Holder, member.Place));
    }

    /// <summary>The filter with that index.</summary>
    public PacketFilter this[int index] => filters[index];

    public EquatableArray<PacketFilter> ToEquatableArray() => filters.ToEquatableArray();

    /// <summary>Where an interface is, for references to groups.</summary>
    public GroupPlace PlaceOf(NetworkInterface each) => new(index.Get<Subnet>(each.Subnet).Vpc, index.CarriesReferences(each));

    /// <summary>Where everything else in a subnet is, for references to groups.</summary>
    public GroupPlace PlaceOf(Subnet subnet) => new(subnet.Vpc, index.CarriesReferences(subnet));

    /// <summary>The filter that the groups of an interface make together; whom their rules reference depends on where it is.</summary>
    public int Groups(EquatableArray<ElementId> groups, GroupPlace place, bool ingress)
    {
        // Most interfaces of a VPC have the groups of others.
        if (!ofGroups.TryGetValue((groups, place, ingress), out var filter))
        {
            filter = filters.IndexOf(new PacketFilter(
                groups
                    .Select(index.Get<SecurityGroup>)
                    .SelectMany(group => (ingress ? group.Ingress : group.Egress).SelectMany(rule => Compile(group, rule, place, ingress)))
                    .ToEquatableArray()));
            ofGroups.Add((groups, place, ingress), filter);
        }

        return filter;
    }

    /// <summary>The filter that lets everything pass: a client of a Client VPN endpoint has no groups.</summary>
    public int Everything(Element owner) => filters.IndexOf(new PacketFilter(
        new[] { IpPrefix.AllIpv4, IpPrefix.AllIpv6 }
            .Select(all => new FilterRule(nodes.Of(owner), Number: 0, Allows: true, Protocol.Any, PortRange.All, all, Group: -1, [], Origin.None))
            .ToEquatableArray()));

    /// <summary>The filter of one direction of a network ACL.</summary>
    public int Acl(NetworkAcl acl, bool inbound)
    {
        var known = inbound ? acls.In : acls.Out;
        if (!known.TryGetValue(acl.Id, out var filter))
        {
            filter = filters.IndexOf(new PacketFilter(
                (inbound ? acl.Inbound : acl.Outbound).Select(entry => Compile(acl, entry)).ToEquatableArray()));
            known.Add(acl.Id, filter);
        }

        return filter;
    }

    /// <summary>What a path asks where it crosses the border of a subnet.</summary>
    public NetworkAclStep AclStep(Subnet subnet, bool inbound)
    {
        var known = inbound ? aclSteps.In : aclSteps.Out;
        if (!known.TryGetValue(subnet.Id, out var step))
        {
            var acl = index.Get<NetworkAcl>(subnet.NetworkAcl);
            step = new NetworkAclStep(nodes.Of(acl), nodes.Of(subnet), inbound, Acl(acl, inbound));
            known.Add(subnet.Id, step);
        }

        return step;
    }

    private IEnumerable<(ElementId Group, int Holder, GroupPlace Place)> AssociationsWithGroups(TopologyIndex index)
    {
        var topology = index.Topology;

        // In the order of HolderList.
        var holder = topology.NetworkInterfaces.Count
            + topology.NatGateways.Sum(gateway => 1 + gateway.SecondaryAddresses.Count)
            + topology.RegionalNatGateways.SelectMany(gateway => gateway.Zones).Sum(zone => zone.Addresses.Count);
        foreach (var endpoint in topology.ClientVpnEndpoints)
        {
            for (var association = 0; association < endpoint.Associations.Count; association++)
            {
                foreach (var group in endpoint.SecurityGroups)
                {
                    yield return (group, holder + association, PlaceOf(index.Get<Subnet>(endpoint.Associations[association].Subnet)));
                }
            }

            holder += endpoint.Associations.Count + endpoint.Clients.Count;
        }
    }

    /// <summary>Where the interfaces that have a group are, each place once.</summary>
    public IEnumerable<GroupPlace> PlacesOf(ElementId group) => membersOf[group].Select(member => member.Place).Distinct();

    /// <summary>What one rule of a group is for an interface in a place: one rule, or one an entry of a prefix list.</summary>
    public IEnumerable<FilterRule> Compile(SecurityGroup group, SecurityGroupRule rule, GroupPlace place, bool ingress) =>
        rule.Peer.Value.PrefixList is { } list
            ? index.Get<PrefixList>(list).Entries.Select(entry => One(
                group, rule with { Peer = new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(entry.Value), rule.Peer.Origin) }, place, ingress))
            : [One(group, rule, place, ingress)];

    private FilterRule One(SecurityGroup group, SecurityGroupRule rule, GroupPlace place, bool ingress)
    {
        var referenced = rule.Peer.Value.Group is { } id ? index.Get<SecurityGroup>(id) : null;
        return new FilterRule(
            nodes.Of(group),
            Number: 0,
            Allows: true,
            rule.Traffic.Protocol,
            rule.Traffic.DestinationPorts,
            rule.Peer.Value.Prefix ?? default,
            referenced is null ? -1 : nodes.Of(referenced),
            referenced is null
                ? []
                : membersOf[referenced.Id].Where(member => MayReference(place, member.Place, ingress)).Select(member => member.Holder).ToEquatableArray(),
            nodes.Relative(rule.Origin));
    }

    private bool MayReference(GroupPlace from, GroupPlace referenced, bool ingress)
    {
        var overTransitGateway = from.CarriesReferences && referenced.CarriesReferences;
        if (!references.TryGetValue((from.Vpc, referenced.Vpc, ingress, overTransitGateway), out var may))
        {
            may = index.MayReference(from.Vpc, referenced.Vpc, ingress, overTransitGateway);
            references.Add((from.Vpc, referenced.Vpc, ingress, overTransitGateway), may);
        }

        return may;
    }

    private FilterRule Compile(NetworkAcl acl, NetworkAclEntry entry) => new(
        nodes.Of(acl),
        entry.Number,
        entry.Action == AclAction.Allow,
        entry.Traffic.Protocol,
        entry.Traffic.DestinationPorts,
        entry.Peer.Value,
        Group: -1,
        [],
        nodes.Relative(entry.Origin));
}

/// <summary>Where something with groups is, as far as references to groups ask.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="CarriesReferences">Whether transit gateways carry references from there and to there.</param>
internal readonly record struct GroupPlace(ElementId Vpc, bool CarriesReferences);
