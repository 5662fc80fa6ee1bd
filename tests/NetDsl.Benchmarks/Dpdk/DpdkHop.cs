using System.Runtime.InteropServices;
using NetDsl.Benchmarks.Sets;

namespace NetDsl.Benchmarks.Flows;

/// <summary>
/// What one hop of a packet costs by DPDK in C (Debian's <c>libdpdk-dev</c>): a look-up in a flow table (<c>rte_hash</c>), a list of 100 rules (<c>rte_acl</c>) and 100 routes
/// (<c>rte_lpm</c>), in bursts of 32. Built for this run from the harness of <c>shared/bench</c>.
/// </summary>
internal sealed unsafe class DpdkHop
{
    /// <summary>How many packets one measurement passes.</summary>
    public const int Packets = 1 << 18;

    private const string Source = "anchors.c";
    private const int Rules = 100;
    private const int Routes = 100;
    private const int MemoryMegabytes = 512;

    // A quarter of the packets are of flows that the table knows.
    private const int Known = Packets / 4;

    private readonly delegate* unmanaged<Flow*, uint*, int, uint*, uint*, long> composite;
    private readonly Flow[] flows = GC.AllocateArray<Flow>(Packets, pinned: true);
    private readonly uint[] destinations = GC.AllocateArray<uint>(Packets, pinned: true);
    private readonly uint[] verdicts = GC.AllocateArray<uint>(Packets, pinned: true);
    private readonly uint[] hops = GC.AllocateArray<uint>(Packets, pinned: true);

    private DpdkHop(nint library)
    {
        composite = (delegate* unmanaged<Flow*, uint*, int, uint*, uint*, long>)NativeLibrary.GetExport(library, "composite");
        var start = (delegate* unmanaged<int, int, int>)NativeLibrary.GetExport(library, "anc_init");
        var buildAcl = (delegate* unmanaged<ListRule*, int, nuint, double>)NativeLibrary.GetExport(library, "acl_build");
        var buildRoutes = (delegate* unmanaged<Route*, int, double>)NativeLibrary.GetExport(library, "lpm_build");
        var takePackets = (delegate* unmanaged<HeldPacket*, int, void>)NativeLibrary.GetExport(library, "acl_packets");
        var buildFlows = (delegate* unmanaged<Flow*, int, int>)NativeLibrary.GetExport(library, "hash_build");

        var rules = ClassBenchRules.Draw(Rules);
        var routes = DrawRoutes();
        var packets = DrawPackets(rules);
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
            if (start(MemoryMegabytes, 1) != 0 || buildAcl(firstRule, Rules, 0) < 0 || buildRoutes(firstRoute, Routes) < 0 || buildFlows(firstFlow, Known) != 0)
            {
                throw new InvalidOperationException("DPDK does not start; it says why above.");
            }

            takePackets(firstPacket, Packets);
        }
    }

    /// <summary>Builds and loads it; nothing, and words about it, when that does not work.</summary>
    /// <param name="folder">Where the source is.</param>
    /// <param name="scratch">Where the library may be written.</param>
    public static DpdkHop? Build(string folder, string scratch)
    {
        var library = Path.Combine(scratch, "libanchors.so");
        var source = Path.GetFullPath(Path.Combine(folder, Source));
        var built = Testing.Command.Run(
            scratch,
            "sh",
            "-c",
            $"gcc -O3 -march=native -fPIC -w $(pkg-config --cflags libdpdk | sed 's/-march=[^ ]*//') -shared -o {library} {source} -lrte_lpm -lrte_fib -lrte_rib -lrte_acl -lrte_hash -lrte_ring -lrte_rcu -lrte_eal");
        if (built.ExitCode == 0)
        {
            return new DpdkHop(NativeLibrary.Load(library));
        }

        Console.Error.WriteLine($"{Source} cannot be built. It needs gcc, pkg-config and libdpdk-dev, and its folder as argument.\n{built}");
        return null;
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

    /// <summary>Prefixes as VPCs have them.</summary>
    private static Route[] DrawRoutes()
    {
        var random = new Random(Routes);
        var routes = new Dictionary<(uint, uint), Route>();
        while (routes.Count < Routes)
        {
            var length = random.Next(16, 29);
            var prefix = (0xAC100000u | (uint)random.NextInt64(1 << 20)) & (uint.MaxValue << (32 - length));
            routes[(prefix, (uint)length)] = new Route(prefix, (uint)length, (uint)routes.Count + 1);
        }

        return [.. routes.Values];
    }

    /// <summary>Packets of which each is inside some rule.</summary>
    private static HeldPacket[] DrawPackets(ListRule[] rules)
    {
        var random = new Random(Packets);
        return [.. Enumerable.Range(0, Packets).Select(_ =>
        {
            var rule = rules[random.Next(rules.Length)];
            return new HeldPacket(
                Inside(rule.Source, rule.SourceLength),
                Inside(rule.Destination, rule.DestinationLength),
                (ushort)random.Next(rule.FirstSourcePort, rule.LastSourcePort + 1),
                (ushort)random.Next(rule.FirstDestinationPort, rule.LastDestinationPort + 1),
                rule.Protocol == ListRule.AnyProtocol ? (byte)6 : (byte)rule.Protocol);
        })];

        uint Inside(uint prefix, uint length) => prefix | (length == 32 ? 0 : (uint)random.NextInt64(1L << (32 - (int)length)));
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Route(uint Prefix, uint Length, uint NextHop);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Flow(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, uint Protocol);

    [StructLayout(LayoutKind.Sequential, Size = 16)]
    private readonly record struct HeldPacket(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, byte Protocol);
}
