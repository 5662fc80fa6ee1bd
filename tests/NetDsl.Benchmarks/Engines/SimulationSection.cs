using System.Globalization;
using System.Text.RegularExpressions;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Simulation;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Engines;

/// <summary>
/// Packet-hops of the whole simulation a second, with events, connections and measurements, beside those of ns-3 (Debian's <c>libns3-dev</c>) over a chain of as many hops; both on one core.
/// </summary>
internal static partial class SimulationSection
{
    private const string Source = "fwd.cc";
    private const int PacketsOfNs3 = 20_000;
    private const int FewestPackets = 50_000;
    private const double Transfer = 2e9;
    private const int Rounds = 7;
    private const double Goal = 100;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    public static void Run(string folder, string scratch)
    {
        Console.WriteLine("\n### The whole simulation beside ns-3, on one core\n");
        if (BuildNs3(folder, scratch) is not { } program)
        {
            return;
        }

        var network = new CompiledNetwork(TopologyLowering.Lower(ChainedNetwork.Build()));
        Console.WriteLine("| By | Hops | ns-3, packet-hops a second | simulation | times as many | Goal |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | --- |");
        foreach (var (way, subnet) in ChainedNetwork.Ways)
        {
            Measure(program, scratch, network, way, subnet);
        }
    }

    private static void Measure(string program, string scratch, CompiledNetwork network, string way, string subnet)
    {
        var from = network.Graph.Holders[HopsSection.HostsOf(network, ChainedNetwork.Senders)[0]];
        var to = network.Graph.Holders[HopsSection.HostsOf(network, subnet)[1]];
        var trace = network.Trace(Endpoint.Of(from.PrivateAddress), Endpoint.Of(to.PrivateAddress), Traffic.Udp(9));
        var (there, back) = (trace.Forward.Hops.Count, trace.Return.Hops.Count);

        // A transfer by UDP that goes on until the end, one acknowledgment for two packets.
        var options = new SimulationOptions
        {
            Duration = Shortest,
            Traffic =
            [
                new TrafficPattern("transfer", [network.Graph.Nodes[from.Node].Path], [network.Graph.Nodes[to.Node].Path], Protocol.Udp, 9)
                {
                    Arrivals = new Arrivals.ClosedLoop(1, new Distribution.Constant(0.001)),
                    Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(Transfer), IsUpload = true, Pause = new Distribution.Constant(0) },
                },
            ],
        };

        // The longer a packet is under way, the fewer there are in a time.
        while (options.Duration < Longest && NetworkSimulation.Run(network, options).Packets < FewestPackets)
        {
            options = options with { Duration = options.Duration * 4 };
        }

        var (theirs, ours) = (new double[Rounds], new double[Rounds]);
        for (var round = -1; round < Rounds; round++)
        {
            var rival = HopsOfNs3(program, scratch, there);
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            var report = NetworkSimulation.Run(network, options);
            var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (report.DroppedPackets > 0 || report.Packets < FewestPackets)
            {
                throw new InvalidOperationException($"By {way}, {report.Packets} packets were sent in {options.Duration}, and {report.DroppedPackets} lost; there is nothing to compare.");
            }

            Console.Error.Write('.');
            if (round >= 0)
            {
                (theirs[round], ours[round]) = (rival, report.Packets * ((there * 2) + back) / 3.0 / seconds);
            }
        }

        Console.Error.WriteLine();
        var ratio = Spread.Of([.. ours.Zip(theirs, (one, other) => one / other)]);
        Console.WriteLine(FormattableString.Invariant(
            $"| {way} | {there} | {Spread.Of(theirs).Median:N0} | {Spread.Of(ours).Median:N0} | {ratio} | {EnginesReport.Verdict(ratio.Median, Goal)} |"));
    }

    private static double HopsOfNs3(string program, string scratch, int hops)
    {
        var run = Command.Run(scratch, program, (hops + 1).ToString(CultureInfo.InvariantCulture), PacketsOfNs3.ToString(CultureInfo.InvariantCulture));
        return PacketHops().Match(run.Output) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"ns-3 does not say how many packet-hops it made.\n{run}");
    }

    private static string? BuildNs3(string folder, string scratch)
    {
        var program = Path.Combine(scratch, "fwd");
        var built = Command.Run(
            scratch,
            "sh",
            "-c",
            $"g++ -O2 -o {program} {Path.GetFullPath(Path.Combine(folder, Source))} $(pkg-config --cflags --libs ns3-core ns3-network ns3-internet ns3-point-to-point ns3-applications)");
        if (built.ExitCode == 0)
        {
            return program;
        }

        Console.WriteLine($"Left out: {Source} cannot be built. It needs g++, pkg-config, libns3-dev and libgsl-dev.");
        Console.Error.WriteLine(built);
        return null;
    }

    [GeneratedRegex(@"([0-9.]+) packet-hops/s")]
    private static partial Regex PacketHops();
}
