using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Engines;

/// <summary>Packets of TCP in columns that several threads may read.</summary>
internal sealed class PacketArrays
{
    private const byte Tcp = 6;
    private const ushort Open = 443;
    private const ushort Closed = 22;

    private readonly int[] senders;
    private readonly uint[] sources;
    private readonly uint[] destinations;
    private readonly byte[] protocols;
    private readonly ushort[] sourcePorts;
    private readonly ushort[] destinationPorts;

    private PacketArrays(int count)
    {
        senders = new int[count];
        sources = new uint[count];
        destinations = new uint[count];
        protocols = new byte[count];
        sourcePorts = new ushort[count];
        destinationPorts = new ushort[count];
    }

    /// <summary>How many there are.</summary>
    public int Count => senders.Length;

    /// <summary>Draws packets that open flows; one in ten is denied at its end, if not before.</summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Who sends.</param>
    /// <param name="to">To whom a sender sends: one of these.</param>
    /// <param name="count">How many.</param>
    public static PacketArrays Draw(CompiledNetwork network, IReadOnlyList<int> from, Func<int, IReadOnlyList<int>> to, int count)
    {
        var random = new Random(count);
        var packets = new PacketArrays(count);
        for (var packet = 0; packet < count; packet++)
        {
            var sender = from[random.Next(from.Count)];
            var receivers = to(sender);
            var receiver = receivers[random.Next(receivers.Count)];
            packets.Set(
                packet,
                sender,
                Address(sender),
                Address(receiver),
                (ushort)random.Next(1024, 1 << 16),
                random.Next(10) == 0 ? Closed : Open);
        }

        return packets;

        uint Address(int holder) => network.Graph.Holders[holder].PrivateAddress.AsIpv4!.Value.Value;
    }

    /// <summary>As many, each one of these, drawn at random: later packets of some flows.</summary>
    public PacketArrays Again(int count)
    {
        var random = new Random(count + 1);
        return Some([.. Enumerable.Range(0, count).Select(_ => random.Next(Count))]);
    }

    /// <summary>Those of one shard, as network cards hand them to a core.</summary>
    public PacketArrays Of(FlowShards shards, int shard) =>
        Some([.. Enumerable.Range(0, Count).Where(packet => shards.ShardOf(Columns[packet]) == shard)]);

    /// <summary>All of them.</summary>
    public PacketColumns Columns => Range(0, Count);

    /// <summary>Some that follow each other.</summary>
    public PacketColumns Range(int first, int count) => new()
    {
        Senders = senders.AsSpan(first, count),
        Sources = sources.AsSpan(first, count),
        Destinations = destinations.AsSpan(first, count),
        Protocols = protocols.AsSpan(first, count),
        SourcePorts = sourcePorts.AsSpan(first, count),
        DestinationPorts = destinationPorts.AsSpan(first, count),
    };

    private PacketArrays Some(IReadOnlyList<int> places)
    {
        var packets = new PacketArrays(places.Count);
        for (var packet = 0; packet < places.Count; packet++)
        {
            var of = places[packet];
            packets.Set(packet, senders[of], sources[of], destinations[of], sourcePorts[of], destinationPorts[of]);
        }

        return packets;
    }

    private void Set(int packet, int sender, uint source, uint destination, ushort sourcePort, ushort destinationPort)
    {
        senders[packet] = sender;
        sources[packet] = source;
        destinations[packet] = destination;
        protocols[packet] = Tcp;
        sourcePorts[packet] = sourcePort;
        destinationPorts[packet] = destinationPort;
    }
}
