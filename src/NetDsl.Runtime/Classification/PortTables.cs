using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>Finds the classes of the protocols and ports of packets.</summary>
internal sealed class PortTables
{
    private const int Chunk = 256;
    private readonly RangeTable sourcePorts;
    private readonly RangeTable destinationPorts;
    private readonly byte[] protocols = new byte[1 << 8];

    public PortTables(FieldClasses sourcePorts, FieldClasses destinationPorts, FieldClasses protocols)
    {
        (this.sourcePorts, this.destinationPorts) = (sourcePorts.Table(), destinationPorts.Table());
        var table = protocols.Table();
        for (var protocol = 0; protocol < this.protocols.Length; protocol++)
        {
            this.protocols[protocol] = (byte)table.Find((uint)protocol << 24);
        }
    }

    /// <summary>The classes of packets, no more than 256.</summary>
    public void Find(in PacketColumns packets, Span<int> sourcePortClasses, Span<int> destinationPortClasses, Span<int> protocolClasses)
    {
        Find(sourcePorts, packets.SourcePorts, sourcePortClasses);
        Find(destinationPorts, packets.DestinationPorts, destinationPortClasses);
        var columns = packets.Protocols;
        for (var index = 0; index < columns.Length && index < protocolClasses.Length; index++)
        {
            protocolClasses[index] = protocols[columns[index]];
        }
    }

    /// <summary>The numbers of ports, no more than 256. Tables of ranges are asked for addresses: a port is their upper half.</summary>
    public static void Find(RangeTable table, ReadOnlySpan<ushort> ports, Span<int> classes)
    {
        Span<uint> asked = stackalloc uint[Chunk];
        for (var index = 0; index < ports.Length && index < asked.Length; index++)
        {
            asked[index] = (uint)ports[index] << 16;
        }

        table.Find(asked[..ports.Length], classes);
    }
}
