using NetDsl.Benchmarks.Dpdk;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Engines;

/// <summary>Whole decisions on packets of known flows, on one core, beside a look-up of their flows by DPDK and nothing else.</summary>
internal static class EstablishedSection
{
    private const int Spokes = 100;
    private const int Packets = 1 << 18;
    private const int Passes = 8;
    private const int Rounds = 15;
    private const double Goal = 1.5;
    private const string Hash = "rte_hash, bulk";
    private const string Known = "whole decisions, known flows";
    private const string New = "whole decisions, each as of a new flow";

    public static void Run(DpdkLibrary library)
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(HubAndSpoke.Build(Spokes)));
        Console.WriteLine(FormattableString.Invariant($"\n### Packets of known flows between {Spokes} VPCs, on one core\n"));
        Console.WriteLine("| Flows | Work | ns a packet | times as fast as rte_hash | Goal |");
        Console.WriteLine("| ---: | --- | ---: | ---: | --- |");
        foreach (var count in (int[])[10_000, 100_000, 1_000_000])
        {
            Measure(library, network, count);
        }
    }

    private static void Measure(DpdkLibrary library, CompiledNetwork network, int count)
    {
        var hosts = Hosts(network);
        var all = PacketArrays.Draw(network, hosts, _ => hosts, count);
        var packets = all.Again(Packets);
        var hash = new DpdkFlows(library, all.Columns, packets.Columns);
        var flows = new EstablishedFlows(network, count);
        flows.Decide(all.Columns, new BatchDecision[count]);
        var decisions = new BatchDecision[Packets];
        var expected = new BatchDecision[Packets];
        network.Decide(packets.Columns, expected);
        flows.Decide(packets.Columns, decisions);
        if (!expected.AsSpan().SequenceEqual(decisions))
        {
            throw new InvalidOperationException("What is remembered is not what is decided; there is nothing to compare.");
        }

        var before = flows.Decided;
        var measured = Evaluation.Rounds.Measure(
            5,
            Rounds,
            new Contender(Hash, () => () => Enumerable.Range(0, Passes).Sum(_ => hash.Pass())),
            new Contender(Known, () => () => Repeat(() => flows.Decide(packets.Columns, decisions))),
            new Contender(New, () => () => Repeat(() => network.Decide(packets.Columns, decisions))));
        foreach (var name in new[] { Hash, Known, New })
        {
            var ratio = measured.Ratio(Hash, name);
            Console.WriteLine(FormattableString.Invariant(
                $"| {(name == Hash ? count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) : "")} | {name} | {measured.Time(name).Median * 1e6 / (Passes * (double)Packets):0.0} | {(name == Hash ? "1" : ratio.ToString())} | {(name == Known ? EnginesReport.Verdict(ratio.Median, Goal) : "")} |"));
        }

        var again = (flows.Decided - before) / ((Rounds + 5.0) * Passes * Packets);
        Console.Error.WriteLine(FormattableString.Invariant($"{again:P4} of the packets were of flows that had found no room."));
    }

    private static object? Repeat(Action pass)
    {
        for (var count = 0; count < Passes; count++)
        {
            pass();
        }

        return null;
    }

    private static int[] Hosts(CompiledNetwork network) =>
        [.. Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => !network.Graph.Holders[holder].Translates)];
}
