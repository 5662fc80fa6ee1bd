using System.Runtime.InteropServices;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Dpdk;

/// <summary>What it costs to look packets up in a flow table by DPDK in C (Debian's <c>libdpdk-dev</c>): <c>rte_hash</c>, asked in bulks of 32, and nothing else.</summary>
internal sealed unsafe class DpdkFlows
{
    private const int Bulk = 32;
    private readonly delegate* unmanaged<Flow*, int, long> find;
    private readonly Flow[] packets;

    /// <summary>Makes the table ready.</summary>
    /// <param name="library">DPDK.</param>
    /// <param name="known">A packet of each flow that it knows.</param>
    /// <param name="asked">The packets that are looked up.</param>
    /// <exception cref="InvalidOperationException">It does not take them.</exception>
    public DpdkFlows(DpdkLibrary library, in PacketColumns known, in PacketColumns asked)
    {
        find = (delegate* unmanaged<Flow*, int, long>)library["hash_bulk"];
        var build = (delegate* unmanaged<Flow*, int, int>)library["hash_build"];
        packets = Keys(asked);
        fixed (Flow* first = Keys(known))
        {
            if (build(first, known.Count) != 0)
            {
                throw new InvalidOperationException("DPDK does not take so many flows; it says why above.");
            }
        }

        if (packets.Length % Bulk != 0)
        {
            throw new InvalidOperationException($"{packets.Length} packets are no whole number of bulks of {Bulk}.");
        }
    }

    /// <summary>Looks all packets up once.</summary>
    /// <returns>The sum of what stands there, which is above 0 when flows are known.</returns>
    public long Pass()
    {
        fixed (Flow* first = packets)
        {
            return find(first, packets.Length);
        }
    }

    private static Flow[] Keys(in PacketColumns columns)
    {
        var keys = GC.AllocateArray<Flow>(columns.Count, pinned: true);
        for (var packet = 0; packet < keys.Length; packet++)
        {
            keys[packet] = new Flow(columns.Sources[packet], columns.Destinations[packet], columns.SourcePorts[packet], columns.DestinationPorts[packet], columns.Protocols[packet]);
        }

        return keys;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Flow(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, uint Protocol);
}
