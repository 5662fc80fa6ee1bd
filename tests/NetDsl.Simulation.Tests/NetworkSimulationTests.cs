using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests;

public sealed class NetworkSimulationTests : IDisposable
{
    static readonly CompiledNetwork Shop = new(TopologyLowering.Lower(ExampleNetworks.Shop()));

    readonly string folder = Directory.CreateTempSubdirectory("netdsl-simulation-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_options_give_the_same_report_and_the_same_bytes()
    {
        var first = Run(Shop, "a", seed: 5);
        var second = Run(Shop, "b", seed: 5);
        Assert.Equal(first, second);
        Assert.NotEmpty(first.FlowLogFiles);
        Assert.Equal(Contents("a"), Contents("b"));
    }

    [Fact]
    public void Another_seed_gives_another_run()
    {
        var first = Run(Shop, "a", seed: 5);
        var second = Run(Shop, "b", seed: 6);
        Assert.NotEqual(first.Packets, second.Packets);
        Assert.NotEqual(first.FlowLogFiles, second.FlowLogFiles);
    }

    [Fact]
    public void Clients_write_to_ports_of_custom_routing_that_lead_somewhere()
    {
        var report = Run(new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.CustomRouting())), "games");

        Assert.DoesNotContain(report.BlockedByCode, blocked => blocked.Code == DropCode.GaNoEndpoint);
        Assert.InRange(report.Established, 100, 500);
    }

    [Fact]
    public void Every_flow_ends_in_one_way()
    {
        var report = Run(Shop, "a");
        Assert.Equal(500, report.Attempted);
        Assert.Equal(report.Blocked, report.BlockedByCode.Sum(blocked => blocked.Flows));
        Assert.Equal(report.Attempted, report.Pairs.Sum(pair => pair.Flows));
        Assert.Equal(report.Established, report.Pairs.Sum(pair => pair.Established));
        Assert.Equal(report.Packets, report.Pairs.Sum(pair => pair.Packets));
        Assert.Equal(report.Bytes, report.Pairs.Sum(pair => pair.Bytes));
        Assert.InRange(report.Unfinished, 0, 20);
    }

    [Fact]
    public void The_workload_is_what_the_network_suggests()
    {
        var report = Run(Shop, "a");

        // The web hosts admit the internet, the databases the web hosts; everybody may go out; probes are refused.
        Assert.Contains(report.Pairs, pair => pair is { From: "internet", To: "us-east-1/shop/web-a", Established: > 0 });
        Assert.Contains(report.Pairs, pair => pair is { From: "us-east-1/shop/web-b", To: "us-east-1/shop/db-a", Established: > 0 });
        Assert.Contains(report.Pairs, pair => pair is { From: "us-east-1/shop/db-b", To: "internet", Established: > 0, Blocked: 0 });
        Assert.Contains(report.BlockedByCode, blocked => blocked is { Code: DropCode.EniSgRulesMismatch, Flows: > 0 });
        Assert.All(report.NatGateways, use => Assert.True(use.Flows > 0 && use.PeakPorts > 0));
    }

    [Fact]
    public void A_flow_that_a_trace_calls_blocked_is_never_established()
    {
        foreach (var seed in Enumerable.Range(1, 15))
        {
            var network = new CompiledNetwork(TopologyLowering.Lower(RandomNetwork.Create(seed)));
            var report = NetworkSimulation.Run(network, new SimulationOptions { Seed = (ulong)seed, Flows = 300 });
            foreach (var pair in report.Pairs.Where(pair => pair is { To: "internet", From: not "internet" }))
            {
                var trace = network.Trace(
                    Endpoint.Of(new ElementId(ElementKind.NetworkInterface, pair.From)), Endpoint.Internet, Tcp(443), sourcePort: 32768);
                Assert.Equal(trace.Verdict == Verdict.Reachable, pair.Established > 0);
            }
        }
    }

    [Fact]
    public void Flow_logs_add_up_to_what_interfaces_saw()
    {
        var report = Run(Shop, "a");
        var records = FlowLogReading.Records(Path.Combine(folder, "a"));
        Assert.Equal(report.FlowLogRecords, records.Count);
        Assert.Contains(records, record => record[12] == "REJECT");
        Assert.Contains(records, record => record[12] == "ACCEPT");
        Assert.All(records, record => Assert.Equal(14, record.Length));
        Assert.All(records.Where(record => record[13] == "OK"), record =>
        {
            var (start, end) = (FlowLogReading.Number(record[10]), FlowLogReading.Number(record[11]));
            Assert.InRange(end - start, 0, 59);
            Assert.Equal(start / 60, end / 60);
            Assert.True(FlowLogReading.Number(record[7]) > 0);
        });
    }

    [Fact]
    public void Files_lie_in_the_output_folder_under_the_public_keys()
    {
        var report = Run(Shop, "a");
        var present = Directory.GetFiles(folder, "*.gz", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(folder, "a"), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(report.FlowLogFiles.Order(StringComparer.Ordinal), present);
        Assert.All(report.FlowLogFiles, name =>
            Assert.StartsWith("AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/01/01/", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_output_folder_nothing_is_written()
    {
        var report = NetworkSimulation.Run(Shop, new SimulationOptions { Flows = 50 });
        Assert.Empty(report.FlowLogFiles);
        Assert.Equal(50, report.Attempted);
    }

    [Fact]
    public void A_network_without_interfaces_has_no_flows()
    {
        var empty = new CompiledNetwork(TopologyLowering.Lower(new NetworkBuilder().Build()));
        Assert.Equal(0, NetworkSimulation.Run(empty, new SimulationOptions()).Attempted);
    }

    [Fact]
    public void Tells_how_far_it_is()
    {
        var told = new List<SimulationProgress>();
        var report = NetworkSimulation.Run(Shop, new SimulationOptions { Flows = 2000 }, new Collecting(told));
        Assert.True(told.Count > 2);
        Assert.Equal(told.OrderBy(each => each.Share).ThenBy(each => each.Packets), told);
        Assert.Equal(new SimulationProgress(1, report.Packets), told[^1]);
    }

    [Fact]
    public void Stops_when_asked()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => NetworkSimulation.Run(Shop, new SimulationOptions(), cancellation: cancellation.Token));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkSimulation.Run(Shop, new SimulationOptions { Flows = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkSimulation.Run(Shop, new SimulationOptions { Duration = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => NetworkSimulation.Run(Shop, new SimulationOptions { FlowLogWindow = TimeSpan.FromSeconds(61) }));
    }

    SimulationReport Run(CompiledNetwork network, string name, ulong seed = 1) => NetworkSimulation.Run(
        network, new SimulationOptions { Seed = seed, Flows = 500, OutputFolder = Path.Combine(folder, name) });

    SortedDictionary<string, string> Contents(string name) => new(
        Directory.GetFiles(Path.Combine(folder, name), "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(Path.Combine(folder, name), path),
            path => Convert.ToHexString(File.ReadAllBytes(path))),
        StringComparer.Ordinal);

    sealed class Collecting(List<SimulationProgress> told) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => told.Add(value);
    }
}
