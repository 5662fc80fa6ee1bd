using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability.Sets;

/// <content>Sets in words for people.</content>
internal sealed partial class PacketSpace
{
    /// <summary>
    /// What traffic a set has packets of: protocols, and destination ports, whatever the other fields are. The fewest selectors, by protocol and port; all traffic when
    /// every protocol is in it as a whole.
    /// </summary>
    public IEnumerable<TrafficSelector> TrafficOf(PacketSet set)
    {
        set = Without(OnlyPorts(set), PacketField.SourcePort);

        var selectors = Protocols(set).ToList();
        return selectors.Count > byte.MaxValue && selectors.TrueForAll(selector => selector.DestinationPorts == PortRange.All) ? [Traffic.AllTraffic] : selectors;
    }

    /// <summary>
    /// A packet of the set like those that people write: TCP before other protocols, an echo request before other messages, from a common port, between the hosts that stand for the internet.
    /// </summary>
    public Packet? SampleLikePeople(PacketSet set)
    {
        foreach (var preferred in new[]
        {
            Of(Protocol.Tcp),
            Of(Echo(Protocol.Icmp)),
            Of(Echo(Protocol.Icmpv6)),
            FromPorts(new PortRange(49152, 49152)),
            ToPort(443),
            ToPort(22),
            From(PublicAddressPool.InternetHost),
            From(PublicAddressPool.Ipv6InternetHost),
            To(PublicAddressPool.InternetHost),
            To(PublicAddressPool.Ipv6InternetHost),
        })
        {
            var narrowed = Intersect(set, preferred);
            set = narrowed.IsEmpty ? set : narrowed;
        }

        return Sample(set);
    }

    private PacketSet ToPort(ushort port) =>
        Intersect(Union(Of(Protocol.Tcp), Of(Protocol.Udp)), ToPorts(new PortRange(port, port)));

    private static TrafficSelector Echo(Protocol protocol) => new(protocol, IcmpMessage.AllCodes(IcmpMessage.EchoRequest(protocol).Type));

    private IEnumerable<TrafficSelector> Protocols(PacketSet set)
    {
        foreach (var (first, last, below) in Edges(set.Node, PacketField.Protocol))
        {
            for (var number = first; number <= last; number++)
            {
                var protocol = Protocol.FromNumber((int)number);
                foreach (var ports in protocol.HasPortsOrTypes ? Ports(below) : [PortRange.All])
                {
                    yield return new TrafficSelector(protocol, ports);
                }
            }
        }
    }

    /// <summary>The ranges of destination ports below an edge, where nothing else is asked.</summary>
    private IEnumerable<PortRange> Ports(int node) =>
        Edges(node, PacketField.DestinationPort).Select(edge => new PortRange((ushort)edge.First, (ushort)edge.Last));

    /// <summary>The ranges of a field's values that lead to packets, with what they lead to.</summary>
    private IEnumerable<(ulong First, ulong Last, int Below)> Edges(int node, PacketField of)
    {
        if (field[node] != of)
        {
            return node == Nothing ? [] : [(0, LastOf(of), node)];
        }

        return Enumerable.Range(firstEdge[node], firstEdge[node + 1] - firstEdge[node])
            .Where(edge => child[edge] != Nothing)
            .Select(edge => (start[edge], edge + 1 < firstEdge[node + 1] ? start[edge + 1] - 1 : LastOf(of), child[edge]));
    }
}
