using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Where ports of custom routing accelerators lead: section "Accelerators", "Custom routing".</summary>
static class CustomRouting
{
    /// <summary>Whether a listener takes the packet: each takes TCP and UDP.</summary>
    public static CustomRoutingListener? ListenerOf(Model.CustomRouting routing, Packet packet) =>
        packet.Protocol != Protocol.Tcp && packet.Protocol != Protocol.Udp
            ? null
            : routing.Listeners.FirstOrDefault(listener => listener.Ports.Any(range => range.Contains(packet.DestinationPort)));

    /// <summary>The host and the port that a packet is sent to; nothing when its port leads to nobody, or traffic is not allowed.</summary>
    public static (NetworkInterface Host, ushort Port, Origin Because)? Destination(Topology topology, CustomRoutingListener listener, Packet packet)
    {
        // All destinations in the order in which they get ports, beside all ports.
        var (_, lead) = Ports(listener).Zip(Destinations(topology, listener)).FirstOrDefault(pair => pair.First == packet.DestinationPort);
        if (lead is not { Subnet: { } subnet } || !Speaks(lead.Protocols, packet.Protocol))
        {
            return null;
        }

        var allowed = subnet.Allowed.FirstOrDefault(each => each.Address == lead.Address && each.Ports.Contains(lead.Port));
        var host = topology.Instances
            .SelectMany(instance => instance.Interfaces)
            .Select(id => topology.NetworkInterfaces.First(each => each.Id == id))
            .FirstOrDefault(each => each.Subnet == subnet.Subnet && each.PrivateAddress == lead.Address);
        return host is not null && (subnet.AllowsAllTraffic || allowed is not null)
            ? (host, lead.Port, allowed?.Origin ?? subnet.Origin)
            : null;
    }

    static IEnumerable<ushort> Ports(CustomRoutingListener listener)
    {
        foreach (var range in listener.Ports)
        {
            for (int port = range.First; port <= range.Last; port++)
            {
                yield return (ushort)port;
            }
        }
    }

    static IEnumerable<Lead> Destinations(Topology topology, CustomRoutingListener listener)
    {
        foreach (var group in listener.Groups)
        {
            foreach (var subnet in group.Subnets)
            {
                // The first four addresses and the last are the vendor's.
                var prefix = topology.Subnet(subnet.Subnet).Prefix.Value;
                for (var address = prefix.First.Plus(4); address < prefix.Last; address = address.Plus(1))
                {
                    foreach (var destination in group.Destinations.OrderBy(each => each.Ports.First))
                    {
                        for (int port = destination.Ports.First; port <= destination.Ports.Last; port++)
                        {
                            yield return new Lead(subnet, address, (ushort)port, destination.Protocols);
                        }
                    }
                }
            }
        }
    }

    static bool Speaks(CustomRoutingProtocols protocols, Protocol protocol) =>
        protocols == CustomRoutingProtocols.TcpAndUdp || protocol == (protocols == CustomRoutingProtocols.Tcp ? Protocol.Tcp : Protocol.Udp);

    /// <summary>A port of an address of a subnet.</summary>
    readonly record struct Lead(CustomRoutingSubnet Subnet, IpAddress Address, ushort Port, CustomRoutingProtocols Protocols);
}
