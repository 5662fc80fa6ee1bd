using System.Runtime.CompilerServices;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Scale;

/// <summary>What one network costs to lower, to hold and to ask.</summary>
/// <param name="Size">What grows.</param>
/// <param name="Interfaces">Interfaces of the network.</param>
/// <param name="Paths">Paths from end to end.</param>
/// <param name="Programs">Path programs of the graph.</param>
/// <param name="Describing">Milliseconds for the builders to describe it.</param>
/// <param name="Lowering">Milliseconds from the description to the graph.</param>
/// <param name="Loading">Milliseconds from the graph to the first decision.</param>
/// <param name="DescriptionBytes">Bytes of the description.</param>
/// <param name="GraphBytes">Bytes of the graph.</param>
/// <param name="NetworkBytes">Bytes of the network over the graph.</param>
/// <param name="Single">Nanoseconds a decision, one by one.</param>
/// <param name="Batch">Nanoseconds a decision, in batches.</param>
internal sealed record ScaleMeasurement(
    int Size,
    int Interfaces,
    long Paths,
    int Programs,
    double Describing,
    double Lowering,
    double Loading,
    long DescriptionBytes,
    long GraphBytes,
    long NetworkBytes,
    Evaluation.Spread Single,
    Evaluation.Spread Batch)
{
    private const int Packets = 1 << 17;

    // Of so many hosts each talks with each in batches: what becomes of a pair of classes is found out when its first packet comes.
    private const int Talkers = 256;
    private const int Rounds = 7;

    public static ScaleMeasurement Of(int size, Func<Topology> describe, int loweringRounds)
    {
        var start = Memory();
        var (topology, describing) = Timed(describe);
        var described = Memory();
        var lowerings = new List<double>();
        for (var round = 1; round < loweringRounds; round++)
        {
            lowerings.Add(LoweringOf(topology));
        }

        described = loweringRounds > 1 ? Memory() : described;
        var (graph, lowering) = Timed(() => TopologyLowering.Lower(topology));
        lowerings.Add(lowering);
        var lowered = Memory();
        var (network, loading) = Timed(() =>
        {
            var made = new CompiledNetwork(graph);
            made.Decide(0, new Packet(graph.Holders[0].PrivateAddress, graph.Holders[^1].PrivateAddress, Protocol.Tcp, 50000, 443));
            return made;
        });
        var loaded = Memory();
        var random = new Random(size);
        var everybody = ScaleTraffic.Draw(network, random, Packets, graph.Holders.Count);
        var single = Measure(() =>
        {
            for (var index = 0; index < Packets; index++)
            {
                network.Decide(everybody.Senders[index], everybody.Packed[index]);
            }
        });
        var some = ScaleTraffic.Draw(network, random, Packets, Talkers);
        var decisions = new BatchDecision[Packets];
        var batch = Measure(() => network.Decide(some.Packed, decisions));
        for (var index = 0; index < Packets; index++)
        {
            var alone = network.Decide(some.Senders[index], some.Packed[index]);
            if (decisions[index] != new BatchDecision(alone.Outcome, alone.Holder, alone.Code))
            {
                throw new InvalidOperationException($"packet {index}: {decisions[index]} in a batch, {alone} alone.");
            }
        }

        var measured = new ScaleMeasurement(
            size,
            graph.Holders.Count,
            TopologyLowering.PathsOf(topology),
            graph.Programs.Count,
            describing,
            Evaluation.Spread.Of(lowerings).Median,
            loading,
            described - start,
            lowered - described,
            loaded - lowered,
            single,
            batch);
        GC.KeepAlive(topology);
        return measured;
    }

    // In a method of its own, so that its graph is gone when memory is asked for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double LoweringOf(Topology topology) => Timed(() => TopologyLowering.Lower(topology)).Milliseconds;

    private static Evaluation.Spread Measure(Action work)
    {
        // What is asked for the first time is compiled or worked out.
        work();
        work();
        return Evaluation.Spread.Of([.. Enumerable.Range(0, Rounds).Select(_ => Timed(() =>
        {
            work();
            return 0;
        }).Milliseconds * 1e6 / Packets)]);
    }

    // Processor time of the process: what else the machine does meanwhile is not in it.
    private static (T Result, double Milliseconds) Timed<T>(Func<T> work)
    {
        var start = Environment.CpuUsage.TotalTime;
        var result = work();
        return (result, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}
