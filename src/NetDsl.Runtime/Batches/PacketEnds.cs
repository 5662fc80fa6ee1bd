namespace NetDsl.Runtime;

/// <summary>Where a batch puts packets as they arrive, leave the network, or are dropped: the fields that translators change, one in a column each.</summary>
/// <remarks>Addresses are 0.0.0.0 for a packet that ends as one of IPv6, as behind a load balancer whose targets have IPv6.</remarks>
public readonly ref struct PacketEnds
{
    /// <summary>Source addresses.</summary>
    public required Span<uint> Sources { get; init; }

    /// <summary>Destination addresses.</summary>
    public required Span<uint> Destinations { get; init; }

    /// <summary>Source ports.</summary>
    public required Span<ushort> SourcePorts { get; init; }

    /// <summary>Destination ports.</summary>
    public required Span<ushort> DestinationPorts { get; init; }

    /// <summary>Refuses columns that are not as long as those of the packets.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void RefuseUneven(int packets)
    {
        if (Sources.Length != packets || Destinations.Length != packets || SourcePorts.Length != packets || DestinationPorts.Length != packets)
        {
            throw new ArgumentException(
                $"There are {packets} packets, and places for {Sources.Length} sources, {Destinations.Length} destinations, {SourcePorts.Length} and {DestinationPorts.Length} ports; give as many of each.");
        }
    }

    /// <summary>Writes one packet.</summary>
    internal void Set(int index, uint source, uint destination, ushort sourcePort, ushort destinationPort)
    {
        Sources[index] = source;
        Destinations[index] = destination;
        SourcePorts[index] = sourcePort;
        DestinationPorts[index] = destinationPort;
    }
}
