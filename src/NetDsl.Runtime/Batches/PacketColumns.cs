namespace NetDsl.Runtime;

/// <summary>Many packets of IPv4, one field in a column each, so that a processor reads many at once.</summary>
/// <remarks>Ports are 0 where a protocol has none; of ICMP, the destination port is the <see cref="IcmpMessage.Word"/> of the message, as in <see cref="Packet"/>.</remarks>
public readonly ref struct PacketColumns
{
    /// <summary>Who sends: entries of the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</summary>
    public required ReadOnlySpan<int> Senders { get; init; }

    /// <summary>Source addresses.</summary>
    public required ReadOnlySpan<uint> Sources { get; init; }

    /// <summary>Destination addresses.</summary>
    public required ReadOnlySpan<uint> Destinations { get; init; }

    /// <summary>Numbers of protocols.</summary>
    public required ReadOnlySpan<byte> Protocols { get; init; }

    /// <summary>Source ports.</summary>
    public required ReadOnlySpan<ushort> SourcePorts { get; init; }

    /// <summary>Destination ports.</summary>
    public required ReadOnlySpan<ushort> DestinationPorts { get; init; }

    /// <summary>How many packets there are.</summary>
    public int Count => Senders.Length;

    /// <summary>One packet.</summary>
    /// <param name="index">Its place.</param>
    public Packet this[int index] => new(
        new Addressing.Ipv4Address(Sources[index]),
        new Addressing.Ipv4Address(Destinations[index]),
        Protocol.FromNumber(Protocols[index]),
        SourcePorts[index],
        DestinationPorts[index]);

    /// <summary>Some of them that follow each other.</summary>
    internal PacketColumns Slice(int first, int count) => new()
    {
        Senders = Senders.Slice(first, count),
        Sources = Sources.Slice(first, count),
        Destinations = Destinations.Slice(first, count),
        Protocols = Protocols.Slice(first, count),
        SourcePorts = SourcePorts.Slice(first, count),
        DestinationPorts = DestinationPorts.Slice(first, count),
    };

    /// <summary>Refuses columns that are not of one length.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void RefuseUneven(int answers) => RefuseUneven(Senders.Length, Sources.Length, Destinations.Length, Protocols.Length, SourcePorts.Length, DestinationPorts.Length, answers);

    /// <summary>The same by their lengths, whatever addresses have.</summary>
    internal static void RefuseUneven(int senders, int sources, int destinations, int protocols, int sourcePorts, int destinationPorts, int answers)
    {
        if (sources != senders || destinations != senders || protocols != senders || sourcePorts != senders || destinationPorts != senders || answers != senders)
        {
            throw new ArgumentException(
                $"There are {senders} senders, {sources} sources, {destinations} destinations, {protocols} protocols, {sourcePorts} and {destinationPorts} ports, and {answers} places for decisions; give as many of each.");
        }
    }
}
