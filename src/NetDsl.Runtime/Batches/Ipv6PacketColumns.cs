using NetDsl.Addressing;

namespace NetDsl.Runtime;

/// <summary>Many packets of IPv6, one field in a column each: <see cref="PacketColumns"/> with longer addresses.</summary>
/// <remarks>Ports are 0 where a protocol has none; of ICMPv6, the destination port is the <see cref="IcmpMessage.Word"/> of the message, as in <see cref="Packet"/>.</remarks>
public readonly ref struct Ipv6PacketColumns
{
    /// <summary>Who sends: entries of the graph's holder table, or <see cref="CompiledNetwork.Internet"/>.</summary>
    public required ReadOnlySpan<int> Senders { get; init; }

    /// <summary>Source addresses.</summary>
    public required ReadOnlySpan<IpAddress> Sources { get; init; }

    /// <summary>Destination addresses.</summary>
    public required ReadOnlySpan<IpAddress> Destinations { get; init; }

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
    public Packet this[int index] => new(Sources[index], Destinations[index], Protocol.FromNumber(Protocols[index]), SourcePorts[index], DestinationPorts[index]);

    /// <summary>Refuses columns that are not of one length.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void RefuseUneven(int answers) =>
        PacketColumns.RefuseUneven(Senders.Length, Sources.Length, Destinations.Length, Protocols.Length, SourcePorts.Length, DestinationPorts.Length, answers);
}
