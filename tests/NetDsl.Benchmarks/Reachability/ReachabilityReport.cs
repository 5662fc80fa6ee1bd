using System.Diagnostics;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Reachability;

/// <summary>
/// What proofs cost, all of one run: <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- reachability</c>.
/// </summary>
internal static class ReachabilityReport
{
    public const string Command = "reachability";

    private const string Compiler = "the compiler's semantic diagnostics of the file of 100 VPCs";
    private const string Intents = "300 intents of 100 VPCs with 1,000 hosts, proved";
    private const string OneIntent = "one of them, proved";
    private const string Pairs = "all pairs of 1,000 hosts, exactly";
    private const string Packets = "a packet for every fiftieth pair, forwarded";
    private const int Spokes = 100;
    private const int Step = 50;

    public static int Run()
    {
        var expecting = HubAndSpoke.Build(Spokes, expects: true);
        var one = expecting with { Intents = [expecting.Intents[Spokes]] };
        var plain = HubAndSpoke.Build(Spokes);
        if (IntentProof.Of(expecting).FirstOrDefault(verdict => !verdict.Holds) is { } broken)
        {
            Console.Error.WriteLine($"An intent of the network that is measured does not hold: {broken.Text}");
            return 1;
        }

        var network = new CompiledNetwork(TopologyLowering.Lower(plain));
        var project = new EstateProgram(new EstateSource(4, Plans.Records).OneFile());
        var hosts = Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => !network.Graph.Holders[holder].Translates).ToList();
        var rounds = Rounds.Measure(
            3,
            11,
            new Contender(Compiler, () =>
            {
                var compilation = project.Compile();
                var file = compilation.SyntaxTrees.First(tree => tree.FilePath == EstateProgram.PathOf($"{EstateSource.ClassName}.cs"));
                return () => compilation.GetSemanticModel(file).GetDiagnostics();
            }),
            new Contender(Intents, () => () => IntentProof.Of(expecting)),
            new Contender(OneIntent, () => () => IntentProof.Of(one)),
            new Contender(Pairs, () => () => ReachabilityMatrix.Of(plain)),
            new Contender(Packets, () => () => Forward(network, hosts)));
        new ReportTable("Proofs", "11 rounds in one process, after 3 that do not count.")
            .Base(rounds, Compiler)
            .Row(rounds, Intents, Compiler, 1)
            .Row(rounds, OneIntent, Compiler)
            .Base(rounds, Packets)
            .Row(rounds, Pairs, Packets)
            .Print();
        Console.WriteLine($"\nTwenty packets for each of {hosts.Count * (hosts.Count - 1):N0} pairs take {20 * Step:N0} times what is measured here: all pairs take {rounds.Ratio(Pairs, Packets).Median / (20 * Step):F3} of it (goal 1).");
        foreach (var spokes in new[] { 10, 50, 100, 190 })
        {
            Growth(spokes);
        }

        return 0;
    }

    private static void Growth(int spokes)
    {
        var topology = HubAndSpoke.Build(spokes);
        var start = Stopwatch.GetTimestamp();
        var pairs = ReachabilityMatrix.Of(topology).Count;
        Console.WriteLine($"All pairs of {spokes * 10:N0} hosts: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms, {pairs:N0} of which reach each other.");
    }

    private static int Forward(CompiledNetwork network, List<int> hosts)
    {
        var delivered = 0;
        var pair = 0;
        foreach (var from in hosts)
        {
            foreach (var to in hosts)
            {
                if (from == to || ++pair % Step != 0)
                {
                    continue;
                }

                var packet = new Packet(
                    network.Graph.Holders[from].PrivateAddress, network.Graph.Holders[to].PrivateAddress, Protocol.Tcp, 49152, 443);
                delivered += network.Decide(from, packet).Outcome == Outcome.Delivered ? 1 : 0;
            }
        }

        return delivered;
    }
}
