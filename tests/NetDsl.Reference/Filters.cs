using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What security groups and network ACLs say of one packet.</summary>
static class Filters
{
    /// <summary>The entry of an ACL that decides: the lowest number that matches; none denies .</summary>
    public static NetworkAclEntry? Deciding(NetworkAcl acl, Packet packet, bool inbound) =>
        (inbound ? acl.Inbound : acl.Outbound)
            .OrderBy(entry => entry.Number)
            .FirstOrDefault(entry => entry.Traffic.Matches(packet.Protocol, packet.DestinationPort)
                && entry.Peer.Value.Contains(inbound ? packet.Source : packet.Destination));

    /// <summary>The first rule of the holder's groups that allows the packet; the rules of all groups add up .</summary>
    public static (SecurityGroup Group, SecurityGroupRule Rule)? Allowing(
        Topology topology, Holder holder, Packet packet, ElementId? sourceVpc, bool ingress, Holder? carrier) =>
        AllowingOf(topology, holder.Groups, packet, sourceVpc, ingress, carrier);

    /// <summary>The first rule of some groups that allows the packet.</summary>
    public static (SecurityGroup Group, SecurityGroupRule Rule)? AllowingOf(
        Topology topology, IEnumerable<ElementId> groups, Packet packet, ElementId? sourceVpc, bool ingress, Holder? carrier = null)
    {
        foreach (var group in groups.Select(topology.Group))
        {
            foreach (var rule in ingress ? group.Ingress : group.Egress)
            {
                if (rule.Traffic.Matches(packet.Protocol, packet.DestinationPort)
                    && MatchesPeer(topology, group, rule.Peer.Value, packet, sourceVpc, ingress, carrier))
                {
                    return (group, rule);
                }
            }
        }

        return null;
    }

    static bool MatchesPeer(
        Topology topology, SecurityGroup group, SecurityGroupPeer peer, Packet packet, ElementId? sourceVpc, bool ingress, Holder? carrier)
    {
        var other = ingress ? packet.Source : packet.Destination;
        if (peer.Prefix is { } prefix)
        {
            return prefix.Contains(other);
        }

        if (peer.PrefixList is { } list)
        {
            return topology.PrefixLists.First(each => each.Id == list).Entries.Any(entry => entry.Value.Contains(other));
        }

        // Rules that reference a group: the private address of an interface that has it, never a public one. A load balancer
        // that kept the client's address stands for the sender.
        var member = ingress && carrier is not null ? carrier.PrivateAddress : other;
        var referenced = topology.Group(peer.Group!.Value);
        var isMember = topology.NetworkInterfaces.Any(each =>
            each.SecurityGroups.Contains(referenced.Id) && (each.PrivateAddress == member || each.Ipv6Addresses.Contains(member)))

            // I section 8, step 8: a target's group may reference the group of the Client VPN.
            || topology.ClientVpnEndpoints.Any(endpoint => endpoint.SecurityGroups.Contains(referenced.Id)
                && endpoint.Associations.Any(association => association.PrivateAddress == member));
        return isMember
            && MayReference(topology, group.Vpc, referenced.Vpc, ingress)
            && (!ingress || sourceVpc == referenced.Vpc);
    }

    /// <summary>Whether rules of groups of VPC <paramref name="from"/> may reference groups of VPC <paramref name="to"/> (R-4.4, R-4.5).</summary>
    static bool MayReference(Topology topology, ElementId from, ElementId to, bool ingress)
    {
        var peered = topology.Profile.GroupReferencesOverPeering != GroupReferencesOverPeering.Never
            && topology.Vpc(from).Region == topology.Vpc(to).Region
            && topology.Peerings.Any(peering =>
                peering.Status == PeeringStatus.Active && peering.Joins(from) && peering.Joins(to));
        var byTransitGateway = ingress
            && topology.Profile.GroupReferencesOverTransitGateway != GroupReferencesOverTransitGateway.Never
            && topology.TransitGateways.Any(gateway =>
            gateway.SecurityGroupReferencing
            && gateway.AttachmentOf(from) is { SecurityGroupReferencing: true, State: TransitGatewayAttachmentState.Available }
            && gateway.AttachmentOf(to) is { SecurityGroupReferencing: true, State: TransitGatewayAttachmentState.Available });
        return from == to || peered || byTransitGateway;
    }
}
