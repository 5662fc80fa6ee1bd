using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Tests.Forwarding;

/// <summary>Packets between the addresses of a network, from senders whose address nobody else has.</summary>
static class RandomPackets
{
    static readonly Protocol[] Protocols = [Protocol.Tcp, Protocol.Udp, Protocol.Icmp, Protocol.FromNumber(50)];

    public static (int[] Holders, Packet[] Packets) Between(ForwardingGraph graph, int seed, int count)
    {
        var random = new Random(seed);
        var senders = Enumerable.Range(0, graph.Holders.Count)
            .Where(holder => !graph.Holders[holder].Translates)
            .DistinctBy(holder => graph.Holders[holder].PrivateAddress)
            .Prepend(CompiledNetwork.Internet)
            .ToArray();
        IpAddress[] addresses =
        [
            .. graph.Holders.Select(holder => holder.PrivateAddress),
            .. graph.Holders.Select(holder => holder.PublicAddress).OfType<Ipv4Address>().Select(address => (IpAddress)address),
            IpAddress.Parse("198.51.100.7"),
            IpAddress.Parse("10.1.0.250"),
            IpAddress.Parse("169.254.169.254"),
        ];
        var holders = new int[count];
        var packets = new Packet[count];
        for (var index = 0; index < count; index++)
        {
            var holder = holders[index] = senders[random.Next(senders.Length)];
            var protocol = Protocols[random.Next(Protocols.Length)];
            packets[index] = new Packet(
                holder < 0 ? IpAddress.Parse("198.51.100.7") : graph.Holders[holder].PrivateAddress,
                addresses[random.Next(addresses.Length)],
                protocol,
                protocol.HasPorts ? (ushort)(50000 + index) : protocol == Protocol.Icmp ? (ushort)index : (ushort)0,
                protocol.HasPorts ? (ushort)443 : (ushort)0);
        }

        return (holders, packets);
    }
}
