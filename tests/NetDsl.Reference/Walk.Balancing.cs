using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What a node of a load balancer does: section "Load balancers".</summary>
sealed partial class Walk
{
    /// <summary>A new flow at a node: groups, listener, target (F section 6.2).</summary>
    void Distribute(Holder node, Holder? handedBy)
    {
        var balancer = topology.LoadBalancers.First(each => each.Nodes.Contains(node.Element.Id));

        // without groups nothing is asked.
        if (node.Groups.Count > 0)
        {
            AskGroups(node, ingress: true);
        }

        var port = Packet.DestinationPort;
        if (balancer.Listeners.FirstOrDefault(each => each.Takes(Packet.Protocol, port)) is not { } listener)
        {
            Refuse(DropCode.Elbv2ListenersMismatch, balancer, $"no listener takes {Packet}");
            return;
        }

        var group = Balancing.GroupOf(topology, listener);
        if (!Balancing.HasUsable(topology, balancer, group))
        {
            Refuse(DropCode.Elbv2ListenerHasNoTg, balancer, $"{group.Id} has no target");
            return;
        }

        var eligible = Balancing.Eligible(topology, balancer, listener, (NetworkInterface)node.Element);
        if (eligible.Count == 0)
        {
            Refuse(DropCode.Elbv2NoTargetsInAz, balancer, $"{group.Id} has no target in {node.Subnet.Zone}");
            return;
        }

        // the client's address stays, or the node's takes its place with a port of its own; never stays for PrivateLink, and never where
        // the target is of the other family.
        var before = Packet;
        var keeps = group.PreservesClientAddress && handedBy is null && before.Source.IsIpv6 == (group.IpAddressType == IpAddressType.Ipv6);
        var (address, targetPort) = Balancing.Choose(Packet, group.SticksToSource, eligible);
        Packet = Packet with { Destination = address, DestinationPort = targetPort };
        if (!keeps)
        {
            Packet = Packet with { Source = node.AddressOf(address.IsIpv6)!.Value, SourcePort = FirstNatPort };
        }

        flows.Add(new NatFlow(node.Element.Id, before, Packet) { Keeper = keeps ? node : null, HandedBy = handedBy });
        Pass(balancer, $"sends it to {address}:{targetPort}", listener.Origin);

        //
        if (Packet.Source == Packet.Destination)
        {
            Refuse(DropCode.LbHairpin, balancer, "the target is the client");
            return;
        }

        Restart(node.Vpc, keeps ? node : null);
        sendingManaged = node;
        if (node.Groups.Count > 0)
        {
            AskGroups(node, ingress: false);
        }

        LeaveSubnet(node.Subnet);
    }

    /// <summary>What a hop calls a translator: the load balancer for its node.</summary>
    Element NameOf(Holder translator) =>
        topology.LoadBalancers.FirstOrDefault(each => each.Nodes.Contains(translator.Element.Id))
        ?? topology.VpcEndpoints.FirstOrDefault(each => each.Interfaces.Contains(translator.Element.Id))
        ?? translator.Element;
}
