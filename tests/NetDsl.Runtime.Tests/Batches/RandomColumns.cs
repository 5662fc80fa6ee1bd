using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Tests.Batches;

/// <summary>Packets at random between everything that has an address, and what has none; at times with a source that is not the sender's.</summary>
sealed class RandomColumns
{
    static readonly byte[] KnownProtocols = [6, 17, 1, 50, 58, 0];

    readonly uint[] sources;
    readonly uint[] destinations;
    readonly byte[] protocols;
    readonly ushort[] sourcePorts;
    readonly ushort[] destinationPorts;

    public RandomColumns(ForwardingGraph graph, Random random, int count)
    {
        int[] senders = [CompiledNetwork.Internet, .. Enumerable.Range(0, graph.Holders.Count).Where(holder => !graph.Holders[holder].Translates)];
        uint[] addresses =
        [
            .. graph.Holders.SelectMany(holder => holder.AllAddresses).Select(address => address.AsIpv4).OfType<Ipv4Address>().Select(address => address.Value),
            .. graph.Filters.SelectMany(filter => filter.Rules).Select(rule => rule.Prefix.AsIpv4).OfType<Ipv4Prefix>().SelectMany(prefix => (uint[])[prefix.First.Value, prefix.Last.Value]),
            .. ((string[])["198.51.100.7", "10.1.0.250", "169.254.169.254", "10.0.0.2", "8.8.8.8"]).Select(text => Ipv4Address.Parse(text).Value),
        ];
        ushort[] ports = [0, 22, 53, 80, 443, .. graph.Filters.SelectMany(filter => filter.Rules).SelectMany(rule => (ushort[])[rule.Ports.First, rule.Ports.Last, (ushort)(rule.Ports.Last + 1)])];
        Senders = Draw(_ => senders[random.Next(senders.Length)]);
        sources = Draw(index => random.Next(10) > 0 && Senders[index] >= 0 && graph.Holders[Senders[index]].PrivateAddress.AsIpv4 is { } own ? own.Value : addresses[random.Next(addresses.Length)]);
        destinations = Draw(_ => random.Next(10) > 0 ? addresses[random.Next(addresses.Length)] : (uint)random.NextInt64(1L << 32));
        protocols = Draw(_ => KnownProtocols[random.Next(KnownProtocols.Length)]);
        sourcePorts = Draw(_ => (ushort)random.Next(1 << 16));
        destinationPorts = Draw(_ => ports[random.Next(ports.Length)]);

        T[] Draw<T>(Func<int, T> draw) => [.. Enumerable.Range(0, count).Select(draw)];
    }

    public int[] Senders { get; }

    public int Count => Senders.Length;

    public PacketColumns Packets => First(Count);

    /// <summary>As many as are asked for.</summary>
    public PacketColumns First(int count) => new()
    {
        Senders = Senders.AsSpan(0, count),
        Sources = sources.AsSpan(0, count),
        Destinations = destinations.AsSpan(0, count),
        Protocols = protocols.AsSpan(0, count),
        SourcePorts = sourcePorts.AsSpan(0, count),
        DestinationPorts = destinationPorts.AsSpan(0, count),
    };
}
