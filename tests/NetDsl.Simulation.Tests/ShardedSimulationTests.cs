using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Scenarios;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests;

public sealed class ShardedSimulationTests : IDisposable
{
    static readonly CompiledNetwork Shop = new(TopologyLowering.Lower(ExampleNetworks.Shop()));

    readonly string folder = Directory.CreateTempSubdirectory("netdsl-shards-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Parts_give_together_what_one_run_gives()
    {
        var whole = NetworkSimulation.Run(Shop, new SimulationOptions { Traffic = [.. Of("a"), .. Of("b")] });
        var parts = ShardedSimulation.Run(Shop, [new SimulationOptions { Traffic = [.. Of("a")] }, new SimulationOptions { Traffic = [.. Of("b")] }], threads: 2);

        Assert.True(whole.Attempted > 1000);
        Assert.Equal(
            (whole.Attempted, whole.Established, whole.Blocked, whole.Packets, whole.DroppedPackets, whole.Bytes),
            (parts.Attempted, parts.Established, parts.Blocked, parts.Packets, parts.DroppedPackets, parts.Bytes));
        Assert.Equal(whole.Pairs, parts.Pairs);
        Assert.Equal(whole.BlockedByCode, parts.BlockedByCode);
        Assert.Equal(whole.NatGateways, parts.NatGateways);
        Assert.Equal(whole.Measurements.Packets, parts.Measurements.Packets);
        Assert.Equal(whole.Measurements.Drops, parts.Measurements.Drops);
    }

    [Fact]
    public void Threads_make_no_difference()
    {
        var one = Run("one", threads: 1);
        var two = Run("two", threads: 2);

        Assert.Equal(one, two);
        Assert.NotEmpty(one.FlowLogFiles);
        Assert.Equal(Contents("one"), Contents("two"));
    }

    [Fact]
    public void Flows_that_differ_in_the_clients_port_are_one_record()
    {
        long Records(bool addsUp) => NetworkSimulation.Run(
            Shop, new SimulationOptions { Traffic = [.. Of("a")], OutputFolder = Path.Combine(folder, addsUp.ToString()), FlowLog = new() { AddsUpClientPorts = addsUp } }).FlowLogRecords;

        Assert.True(Records(addsUp: true) < Records(addsUp: false) / 10);
        var added = FlowLogReading.Records(Path.Combine(folder, "True"));
        var apart = FlowLogReading.Records(Path.Combine(folder, "False"));

        // Packets and bytes are the same, and one of the two ports is nobody's.
        foreach (var field in new[] { 8, 9 })
        {
            Assert.Equal(apart.Where(IsFlow).Sum(record => FlowLogReading.Number(record[field])), added.Where(IsFlow).Sum(record => FlowLogReading.Number(record[field])));
        }

        Assert.All(added.Where(IsFlow), record => Assert.Contains("0", new[] { record[5], record[6] }));
        static bool IsFlow(string[] record) => record[^1] == "OK";
    }

    [Fact]
    public void Two_parts_do_not_write_into_one_folder() =>
        Assert.Throws<ArgumentException>(() => ShardedSimulation.Run(Shop, [new SimulationOptions { OutputFolder = folder }, new SimulationOptions { OutputFolder = folder }], threads: 1));

    [Fact]
    public void Parts_share_nothing_and_last_equally_long()
    {
        var meter = new TrafficMeter();
        Assert.Contains("share a meter", Assert.Throws<ArgumentException>(() => ShardedSimulation.Run(Shop, [new SimulationOptions { Meter = meter }, new SimulationOptions { Meter = meter }], threads: 1)).Message, StringComparison.Ordinal);
        SimulationOptions Failing(ulong seed) => new() { Seed = seed, Topology = ExampleNetworks.Shop(), Failures = [new ScheduledFailure(FailureKind.Host, "web-a", TimeSpan.FromMinutes(1))] };
        Assert.Contains("different seeds", Assert.Throws<ArgumentException>(() => ShardedSimulation.Run(Shop, [Failing(1), Failing(2)], threads: 1)).Message, StringComparison.Ordinal);
        Assert.Contains("differently long", Assert.Throws<ArgumentException>(() => ShardedSimulation.Run(Shop, [new SimulationOptions(), new SimulationOptions { Duration = TimeSpan.FromHours(1) }], threads: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_a_part_is_told_as_of_a_run() =>
        Assert.Throws<ScenarioException>(() => ShardedSimulation.Run(Shop, [new SimulationOptions { Traffic = [new TrafficPattern("x", ["nobody"], ["web-a"], Protocol.Tcp, 1)] }], threads: 2));

    [Fact]
    public void Progress_is_that_of_all_parts()
    {
        var seen = new List<SimulationProgress>();
        ShardedSimulation.Run(Shop, [new SimulationOptions { Traffic = [.. Of("a")] }, new SimulationOptions { Traffic = [.. Of("b")] }], threads: 2, new Recorded(seen));
        Assert.Equal(1, seen[^1].Share);
        Assert.Equal(seen.Select(each => each.Packets).Order(), seen.Select(each => each.Packets));
    }

    SimulationReport Run(string name, int threads) => ShardedSimulation.Run(
        Shop, [.. new[] { "a", "b" }.Select(zone => new SimulationOptions { Traffic = [.. Of(zone)], OutputFolder = Path.Combine(folder, name, zone) })], threads);

    string[] Contents(string name) =>
        [.. Directory.GetFiles(Path.Combine(folder, name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => Convert.ToHexString(File.ReadAllBytes(path)))];

    /// <summary>What the hosts of one zone open: they share no NAT gateway with those of the other.</summary>
    static IEnumerable<TrafficPattern> Of(string zone)
    {
        yield return new TrafficPattern($"updates of {zone}", [$"db-{zone}"], ["198.51.100.7"], Protocol.Tcp, 443) { Arrivals = new Arrivals.Poisson(2) };
        yield return new TrafficPattern($"orders of {zone}", [$"web-{zone}"], ["db-a", "db-b"], Protocol.Tcp, 5432) { Arrivals = new Arrivals.Poisson(2) };
        yield return new TrafficPattern($"probes of {zone}", [$"db-{zone}"], ["web-a"], Protocol.Tcp, 22) { Arrivals = new Arrivals.Poisson(0.1) };
    }

    sealed class Recorded(List<SimulationProgress> seen) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => seen.Add(value);
    }
}
