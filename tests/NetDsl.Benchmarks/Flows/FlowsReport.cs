using NetDsl.Benchmarks.Dpdk;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop.FlowLogs;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Flows;

/// <summary>
/// Flows of samples/BillionFlows a second on one core, with all state, with flow logs and without, beside one hop of a packet by DPDK:
/// <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- flows</c>, and behind it the folder of the harness in C where it is not the usual one.
/// </summary>
internal static class FlowsReport
{
    public const string Command = "flows";

    private const int Flows = 1_000_000;
    private const int Passes = 40;
    private const int Rounds = 7;
    private const double Goal = 0.25;
    private const string Hop = "DPDK hop";
    private const string WithLogs = "flows, logs on";
    private const string WithoutLogs = "flows, logs off";

    public static int Run(string[] arguments)
    {
        using var scratch = new ScratchFolder();
        if (DpdkLibrary.Build(arguments is [var harness, ..] ? harness : DpdkLibrary.UsualFolder, scratch.Path) is not { } library)
        {
            return 1;
        }

        var hop = new DpdkHop(library);

        var network = new CompiledNetwork(TopologyLowering.Lower(Estate.Build()));
        var options = new SimulationOptions
        {
            Duration = Workday.Length(Flows),
            FlowLogWindow = TimeSpan.FromMinutes(10),
            FlowLog = new FlowLogOptions { Encoding = ParquetFlowLogEncoding.Instance, AddsUpClientPorts = true },
        };
        var attempted = 0L;
        var packets = 0L;
        var measured = Evaluation.Rounds.Measure(
            1,
            Rounds,
            new Contender(Hop, () => () => Enumerable.Range(0, Passes).Sum(_ => hop.Pass())),
            new Contender(WithLogs, () => () => Simulate(Path.Combine(scratch.Path, "logs"))),
            new Contender(WithoutLogs, () => () => Simulate(null)));

        var hops = Passes * (double)DpdkHop.Packets;
        Console.WriteLine("\n### Flows with all state, on one core\n");
        Console.WriteLine("| Work | ms | a second | of the DPDK hop's rate | Goal |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");
        Console.WriteLine(FormattableString.Invariant($"| one hop of a packet by rte_hash, rte_acl (100) and rte_lpm (100) | {measured.Time(Hop)} | {hops / measured.Time(Hop).Median * 1000:N0} | 1 | |"));
        foreach (var name in new[] { WithoutLogs, WithLogs })
        {
            // How long a flow takes in hops of DPDK, turned round.
            var share = attempted / hops / measured.Ratio(name, Hop).Median;
            var verdict = name == WithLogs ? FormattableString.Invariant($"{Goal} {(share >= Goal ? "met" : "missed")}") : "";
            Console.WriteLine(FormattableString.Invariant($"| {name} | {measured.Time(name)} | {attempted / measured.Time(name).Median * 1000:N0} | {share:0.0000} | {verdict} |"));
        }

        Console.WriteLine(FormattableString.Invariant($"\nA flow has {(double)packets / attempted:0.00} packets; flow logs are {1 - (1 / measured.Ratio(WithLogs, WithoutLogs).Median):P0} of the time with them."));
        return 0;

        object Simulate(string? folder)
        {
            var report = ShardedSimulation.Run(network, Workday.Shards(options, folder), threads: 1);
            (attempted, packets) = (report.Attempted, report.Packets);
            return report;
        }
    }
}
