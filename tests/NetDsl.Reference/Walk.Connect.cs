using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Over Connect peers: interconnect section 2, Connect, and docs/semantics.md, "Connect".</summary>
sealed partial class Walk
{
    const int Gre = 47;

    // A packet of a tunnel goes to its own gateway and to no other, nor to a site: what these know comes of tunnels.
    bool isTunnel;
    ElementId? home;
    bool isHome;
    bool wentLocally;

    /// <summary>Sends the packets of a tunnel, there and back: in the VPC of the transport, by nothing that sends them on.</summary>
    public static bool TunnelWorks(
        Topology topology, TransitGateway gateway, TransitGatewayAttachment transport, Ipv4Address here, NetworkInterface appliance)
    {
        var subnet = topology.Subnet(appliance.Subnet);
        var there = new Walk(topology, new Packet(here, appliance.PrivateAddress, Protocol.FromNumber(Gre), 0, 0)) { isTunnel = true };
        var exit = there.AnyOf(transport, topology.TransitZoneId(subnet));
        if (exit.Id != subnet.Id)
        {
            there.AskAcl(exit, inbound: false);
        }

        there.Route(exit);
        if (there.blocks.Count > 0 || !there.wentLocally || there.hops.Count(hop => hop.Kind == "route-table") != 1 || there.Receiver?.Element.Id != appliance.Id)
        {
            return false;
        }

        var back = new Walk(topology, new Packet(appliance.PrivateAddress, here, Protocol.FromNumber(Gre), 0, 0)) { isTunnel = true, home = gateway.Id, sourceVpc = subnet.Vpc };
        back.AskAcl(subnet, inbound: false);
        back.Route(subnet);
        return back.isHome
            && back.blocks.Count == 0
            && back.hops.TrueForAll(hop => hop.Kind is "network-acl" or "route-table")
            && back.hops.Count(hop => hop.Kind == "route-table") == 1;
    }

    /// <summary>Out by a Connect attachment: by the peer, when its host routes.</summary>
    void ToPeer(TransitGateway gateway, TransitGatewayAttachment egress, Way way)
    {
        Pass(egress, $"leaves {gateway.Id}");
        sourceVpc = null;
        var peer = (ConnectPeer)way.Element;
        Pass(Hybrid.EndsOf(topology, peer).Transport, "transports GRE");
        if (!IsStoppedAt(peer))
        {
            Pass(peer, "carries it");
            AtSite(way.Site);
        }
    }

    /// <summary>Out of a site by a peer, which was told of.</summary>
    void FromPeer(ConnectPeer peer)
    {
        var (gateway, connect, transport) = Hybrid.EndsOf(topology, peer);
        if (IsStoppedAt(peer))
        {
            return;
        }

        Pass(transport, "transports GRE");
        if (connect.IsAvailable)
        {
            Cross(gateway, connect, zone: null);
        }
        else
        {
            Refuse(DropCode.BadStateRoute, connect, $"{connect.State}");
        }
    }

    bool IsStoppedAt(ConnectPeer peer)
    {
        var appliance = topology.NetworkInterfaces.FirstOrDefault(each => each.Id == peer.Appliance.Value);
        if (appliance is null || topology.Instances.First(each => each.Id == appliance.Instance).Forwarding is HostForwarding.Stateless or HostForwarding.Stateful)
        {
            return false;
        }

        Refuse(DropCode.HostDoesNotForward, appliance, $"is the end of {peer.Id} and routes nothing");
        return true;
    }
}
