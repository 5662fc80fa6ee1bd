using System.Runtime.InteropServices;
using NetDsl.Benchmarks.Sets;

namespace NetDsl.Benchmarks.Dpdk;

/// <summary>
/// What one hop of a packet costs by DPDK in C (Debian's <c>libdpdk-dev</c>): a look-up in a flow table (<c>rte_hash</c>), a list of 100 rules (<c>rte_acl</c>) and 100 routes
/// (<c>rte_lpm</c>), in bursts of 32.
/// </summary>
internal sealed unsafe class DpdkHop
{
    /// <summary>How many packets one measurement passes.</summary>
    public const int Packets = 1 << 18;

    private const int Rules = 100;
    private const int Routes = 100;

    // A quarter of the packets are of flows that the table knows.
    private const int Known = Packets / 4;

    private readonly delegate* unmanaged<Flow*, uint*, int, uint*, uint*, long> composite;
    private readonly Flow[] flows = GC.AllocateArray<Flow>(Packets, pinned: true);
    private readonly uint[] destinations = GC.AllocateArray<uint>(Packets, pinned: true);
    private readonly uint[] verdicts = GC.AllocateArray<uint>(Packets, pinned: true);
    private readonly uint[] hops = GC.AllocateArray<uint>(Packets, pinned: true);

    /// <summary>Makes the tables ready.</summary>
    /// <param name="library">DPDK.</param>
    /// <exception cref="InvalidOperationException">It does not take them.</exception>
    public DpdkHop(DpdkLibrary library)
    {
        composite = (delegate* unmanaged<Flow*, uint*, int, uint*, uint*, long>)library["composite"];
        var buildAcl = (delegate* unmanaged<ListRule*, int, nuint, double>)library["acl_build"];
        var buildRoutes = (delegate* unmanaged<Route*, int, double>)library["lpm_build"];
        var takePackets = (delegate* unmanaged<HeldPacket*, int, void>)library["acl_packets"];
        var buildFlows = (delegate* unmanaged<Flow*, int, int>)library["hash_build"];

        var rules = ClassBenchRules.Draw(Rules);
        var routes = Route.DrawSmall(Routes);
        var packets = HeldPacket.Draw(rules, Packets);
        for (var packet = 0; packet < Packets; packet++)
        {
            flows[packet] = new Flow(packets[packet].Source, packets[packet].Destination, packets[packet].SourcePort, packets[packet].DestinationPort, packets[packet].Protocol);
            destinations[packet] = packets[packet].Destination;
        }

        fixed (ListRule* firstRule = rules)
        fixed (Route* firstRoute = routes)
        fixed (HeldPacket* firstPacket = packets)
        fixed (Flow* firstFlow = flows)
        {
            if (buildAcl(firstRule, Rules, 0) < 0 || buildRoutes(firstRoute, Routes) < 0 || buildFlows(firstFlow, Known) != 0)
            {
                throw new InvalidOperationException("DPDK does not take its tables; it says why above.");
            }

            takePackets(firstPacket, Packets);
        }
    }

    /// <summary>Passes all packets once.</summary>
    public long Pass()
    {
        fixed (Flow* flow = flows)
        fixed (uint* destination = destinations)
        fixed (uint* verdict = verdicts)
        fixed (uint* hop = hops)
        {
            return composite(flow, destination, Packets, verdict, hop);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Flow(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, uint Protocol);
}
