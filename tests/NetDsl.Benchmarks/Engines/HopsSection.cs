using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Engines;

/// <summary>What whole decisions take on ways of more and more hops of one network, on one core, beside the shortest.</summary>
internal static class HopsSection
{
    private const int Packets = 1 << 17;
    private const int Passes = 16;
    private const int Rounds = 15;
    private const double Goal = 1.2;
    private const int Many = 20;

    public static void Run()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ChainedNetwork.Build()));
        var senders = HostsOf(network, ChainedNetwork.Senders);
        var contenders = new List<Contender>();
        var hops = new Dictionary<string, int>();
        foreach (var (way, subnet) in ChainedNetwork.Ways)
        {
            var receivers = HostsOf(network, subnet);
            var packets = PacketArrays.Draw(network, senders, sender => [.. receivers.Where(receiver => receiver != sender)], Packets);
            var decisions = new BatchDecision[Packets];
            network.Decide(packets.Columns, decisions);
            if (decisions.Count(decision => decision.Outcome == Outcome.Delivered) is var delivered && delivered < Packets * 0.88)
            {
                throw new InvalidOperationException($"By {way}, {delivered} of {Packets} packets arrive; there is nothing to compare.");
            }

            hops.Add(way, Hops(network, packets));
            contenders.Add(new Contender(way, () => () =>
            {
                for (var pass = 0; pass < Passes; pass++)
                {
                    network.Decide(packets.Columns, decisions);
                }

                return null;
            }));
        }

        var measured = Evaluation.Rounds.Measure(5, Rounds, [.. contenders]);
        var shortest = ChainedNetwork.Ways[0].Way;
        Console.WriteLine("\n### Longer ways, in batches, on one core\n");
        Console.WriteLine("| By | Hops | ns a packet | times as long as the shortest | Goal |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");
        foreach (var (way, _) in ChainedNetwork.Ways)
        {
            var ratio = measured.Ratio(way, shortest);
            Console.WriteLine(FormattableString.Invariant(
                $"| {way} | {hops[way]} | {measured.Time(way).Median * 1e6 / (Passes * (double)Packets):0.0} | {(way == shortest ? "1" : ratio.ToString())} | {(hops[way] >= Many ? EnginesReport.Verdict(ratio.Median, Goal, isMost: true) : "")} |"));
        }
    }

    /// <summary>The hops of a packet that arrives.</summary>
    private static int Hops(CompiledNetwork network, PacketArrays packets) => network.Trace(
        Endpoint.Of(new Addressing.Ipv4Address(packets.Columns.Sources[0])), Endpoint.Of(new Addressing.Ipv4Address(packets.Columns.Destinations[0])), Traffic.Tcp(443)).Forward.Hops.Count;

    /// <summary>The hosts of a subnet, by its path.</summary>
    public static int[] HostsOf(CompiledNetwork network, string subnet) =>
        [.. Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => network.Graph.Nodes[network.Graph.Holders[holder].Subnet].Path.EndsWith($"/{subnet}", StringComparison.Ordinal))];
}
