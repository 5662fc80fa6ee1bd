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
        AllowingOf(topology, holder.Groups, holder.Subnet, packet, sourceVpc, ingress, carrier, IsOfEndpoint(holder.Element));

    /// <summary>The first rule of some groups, at an interface in a subnet, that allows the packet.</summary>
    public static (SecurityGroup Group, SecurityGroupRule Rule)? AllowingOf(
        Topology topology, IEnumerable<ElementId> groups, Subnet place, Packet packet, ElementId? sourceVpc, bool ingress, Holder? carrier = null, bool ofEndpoint = false)
    {
        foreach (var group in groups.Select(topology.Group))
        {
            foreach (var rule in ingress ? group.Ingress : group.Egress)
            {
                if (rule.Traffic.Matches(packet.Protocol, packet.DestinationPort)
                    && MatchesPeer(topology, (place, ofEndpoint), rule.Peer.Value, packet, sourceVpc, ingress, carrier))
                {
                    return (group, rule);
                }
            }
        }

        return null;
    }

    static bool MatchesPeer(
        Topology topology, (Subnet Subnet, bool OfEndpoint) place, SecurityGroupPeer peer, Packet packet, ElementId? sourceVpc, bool ingress, Holder? carrier)
    {
        var end = ingress ? packet.Source : packet.Destination;
        if (peer.Prefix is { } prefix)
        {
            return prefix.Contains(end);
        }

        if (peer.PrefixList is { } list)
        {
            return topology.PrefixLists.First(each => each.Id == list).Entries.Any(entry => entry.Value.Contains(end));
        }

        // Rules that reference a group: the private address of an interface that has it, never a public one. A load balancer
        // that kept the client's address stands for the sender.
        var member = ingress && carrier is not null ? carrier.PrivateAddress : end;
        var referenced = peer.Group!;

        // In which subnets an interface with the group has that address; a group may be of several.
        var places = topology.NetworkInterfaces
            .Where(each => each.SecurityGroups.Contains(referenced) && (each.PrivateAddress == member || each.Ipv6Addresses.Contains(member)))
            .Select(each => (Subnet: topology.Subnet(each.Subnet), OfEndpoint: IsOfEndpoint(each)))

            // I section 8, step 8: a target's group may reference the group of the Client VPN.
            .Concat(topology.ClientVpnEndpoints
                .Where(endpoint => endpoint.SecurityGroups.Contains(referenced))
                .SelectMany(endpoint => endpoint.Associations.Where(association => association.PrivateAddress == member
                    || endpoint.Clients.Any(client => client.Association == association.Id && client.Ipv6Address == member)))
                .Select(association => (Subnet: topology.Subnet(association.Subnet), OfEndpoint: false)));
        return places.Any(other => MayReference(topology, place, other, ingress) && (!ingress || sourceVpc == other.Subnet.Vpc));
    }

    static bool IsOfEndpoint(Element element) => element is NetworkInterface { ManagedBy.Kind: ElementKind.VpcEndpoint };

    /// <summary>Whether rules in one place may reference groups in another .</summary>
    static bool MayReference(Topology topology, (Subnet Subnet, bool OfEndpoint) here, (Subnet Subnet, bool OfEndpoint) there, bool ingress)
    {
        var (from, to) = (here.Subnet.Vpc, there.Subnet.Vpc);

        // I section 2: not for PrivateLink endpoints, not in one zone of the vendor's.
        var carries = !here.OfEndpoint && !there.OfEndpoint && topology.ZoneId(here.Subnet) != "use1-az3" && topology.ZoneId(there.Subnet) != "use1-az3";
        var peered = topology.Profile.GroupReferencesOverPeering != GroupReferencesOverPeering.Never
            && topology.Vpc(from).Region == topology.Vpc(to).Region
            && topology.Peerings.Any(peering =>
                peering.Status == PeeringStatus.Active && peering.Joins(from) && peering.Joins(to));
        var byTransitGateway = ingress && carries
            && topology.Profile.GroupReferencesOverTransitGateway != GroupReferencesOverTransitGateway.Never
            && topology.TransitGateways.Any(gateway =>
            gateway.SecurityGroupReferencing
            && gateway.AttachmentOf(from) is { SecurityGroupReferencing: true, State: TransitGatewayAttachmentState.Available }
            && gateway.AttachmentOf(to) is { SecurityGroupReferencing: true, State: TransitGatewayAttachmentState.Available });
        return from == to || peered || byTransitGateway;
    }
}
