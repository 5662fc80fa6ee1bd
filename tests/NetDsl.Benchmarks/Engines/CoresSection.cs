using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Engines;

/// <summary>How much faster two cores are than one: each with half of the packets, and each with half of the flows, which a network card hands to it or which it picks out of a batch itself.</summary>
internal static class CoresSection
{
    private const int Spokes = 100;
    private const int Packets = 1 << 18;
    private const int Passes = 16;
    private const int Rounds = 15;
    private const double Goal = 1.8;

    public static void Run()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(HubAndSpoke.Build(Spokes)));
        int[] hosts = [.. Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => !network.Graph.Holders[holder].Translates)];
        Console.WriteLine("\n### From one core to two\n");
        Console.WriteLine("| Work | one core, ns a packet | two cores, ns a packet | times as fast | Goal |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");

        var packets = PacketArrays.Draw(network, hosts, _ => hosts, Packets);
        var decisions = new BatchDecision[Packets];
        network.Decide(packets.Columns, decisions);
        Print(
            "decisions in batches, each core a half of the packets",
            () => network.Decide(packets.Columns, decisions),
            core => network.Decide(packets.Range(core * Packets / 2, Packets / 2), decisions.AsSpan(core * Packets / 2, Packets / 2)));
        foreach (var count in (int[])[10_000, 1_000_000])
        {
            var all = PacketArrays.Draw(network, hosts, _ => hosts, count);
            var known = all.Again(Packets);
            var alone = new EstablishedFlows(network, count);
            alone.Decide(all.Columns, new BatchDecision[count]);
            var shards = new FlowShards(network, count, 2);
            for (var shard = 0; shard < shards.Count; shard++)
            {
                shards.Decide(shard, all.Columns, new BatchDecision[count]);
            }

            PacketArrays[] queues = [.. Enumerable.Range(0, shards.Count).Select(shard => known.Of(shards, shard))];
            BatchDecision[][] answers = [.. queues.Select(queue => new BatchDecision[queue.Count])];
            Print(
                FormattableString.Invariant($"packets of {count:N0} known flows, each core a half of the flows, its packets in a batch of their own"),
                () => alone.Decide(known.Columns, decisions),
                core => shards[core].Decide(queues[core].Columns, answers[core]));
            Print(
                "the same, both cores finding theirs in one batch",
                () => alone.Decide(known.Columns, decisions),
                core => shards.Decide(core, known.Columns, decisions));
        }
    }

    private static void Print(string work, Action one, Action<int> half)
    {
        const string One = "one";
        const string Two = "two";
        var measured = Evaluation.Rounds.Measure(
            5,
            Rounds,
            new Contender(One, () => () => Together([() => Repeat(one)])),
            new Contender(Two, () => () => Together([() => Repeat(() => half(0)), () => Repeat(() => half(1))])));
        var ratio = measured.Ratio(One, Two);
        Console.WriteLine(FormattableString.Invariant(
            $"| {work} | {Nanoseconds(One):0.0} | {Nanoseconds(Two):0.0} | {ratio} | {EnginesReport.Verdict(ratio.Median, Goal)} |"));

        double Nanoseconds(string name) => measured.Time(name).Median * 1e6 / (Passes * (double)Packets);
    }

    /// <summary>Each a thread of its own, one as well as two.</summary>
    private static object? Together(Action[] works)
    {
        Thread[] threads = [.. works.Select(work => new Thread(() => work()))];
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return null;
    }

    private static void Repeat(Action pass)
    {
        for (var count = 0; count < Passes; count++)
        {
            pass();
        }
    }
}
