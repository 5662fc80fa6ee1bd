namespace NetDsl.Runtime.Batches;

/// <summary>Room for some packets of a batch that do not follow each other, and for the decisions on them.</summary>
/// <param name="length">How many packets there is room for.</param>
internal sealed class PacketBuffer(int length)
{
    private readonly int[] senders = new int[length];
    private readonly uint[] sources = new uint[length];
    private readonly uint[] destinations = new uint[length];
    private readonly byte[] protocols = new byte[length];
    private readonly ushort[] sourcePorts = new ushort[length];
    private readonly ushort[] destinationPorts = new ushort[length];

    /// <summary>The decisions.</summary>
    public BatchDecision[] Decisions { get; } = new BatchDecision[length];

    /// <summary>Copies packets to the first places.</summary>
    /// <param name="packets">All packets.</param>
    /// <param name="places">The places of those there.</param>
    public void Copy(in PacketColumns packets, ReadOnlySpan<int> places)
    {
        // Column by column, so that each loop is a read and a write.
        Copy(packets.Senders, places, senders);
        Copy(packets.Sources, places, sources);
        Copy(packets.Destinations, places, destinations);
        Copy(packets.Protocols, places, protocols);
        Copy(packets.SourcePorts, places, sourcePorts);
        Copy(packets.DestinationPorts, places, destinationPorts);
    }

    /// <summary>The first packets.</summary>
    public PacketColumns First(int count) => new()
    {
        Senders = senders.AsSpan(0, count),
        Sources = sources.AsSpan(0, count),
        Destinations = destinations.AsSpan(0, count),
        Protocols = protocols.AsSpan(0, count),
        SourcePorts = sourcePorts.AsSpan(0, count),
        DestinationPorts = destinationPorts.AsSpan(0, count),
    };

    private static void Copy<T>(ReadOnlySpan<T> all, ReadOnlySpan<int> places, T[] to)
    {
        for (var index = 0; index < places.Length; index++)
        {
            to[index] = all[places[index]];
        }
    }
}
