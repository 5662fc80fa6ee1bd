using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.Mapping;
using NetDsl.Simulation.Measurements;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Simulation.Tests.Measurements;

/// <summary>What is measured in whole runs.</summary>
public class MeasuredRunTests
{
    static readonly CompiledNetwork Shop = new(TopologyLowering.Lower(ExampleNetworks.Shop()));

    [Fact]
    public void Nothing_is_unaccounted_in_any_network()
    {
        foreach (var topology in ExampleNetworks.All.Concat(Enumerable.Range(1, 10).Select(RandomNetwork.Create)))
        {
            var report = NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(topology)), new SimulationOptions { Flows = 200 });
            var (measured, parts) = (report.Measurements, report.Measurements.Series.Parts);

            Assert.Equal(0, measured.Packets.Unaccounted);
            Assert.Equal((report.Packets, report.DroppedPackets), (measured.Packets.Sent, measured.Packets.Dropped));
            Assert.Equal(measured.Packets.Delivered + measured.Packets.Exits, parts.Sum(part => part.Delivered));
            Assert.Equal(measured.Packets.Dropped, parts.Sum(part => part.Dropped));
            Assert.Equal(measured.Packets.Dropped, measured.DropsByCode.Sum(drop => drop.Packets));
            Assert.Equal(report.Bytes, parts.Sum(part => part.Bytes));
            Assert.Equal((report.Attempted, report.Established, report.Blocked), (parts.Sum(part => part.Opened), parts.Sum(part => part.Established), parts.Sum(part => part.Blocked)));
            Assert.Equal(measured.Latency, parts.Aggregate(LatencyDistribution.Empty, (sum, part) => sum.Merge(part.Latency)));
            Assert.All(measured.Drops, drop => Assert.NotEmpty(drop.At));
        }
    }

    [Fact]
    public void A_run_without_flow_logs_measures_what_one_with_them_does()
    {
        foreach (var topology in ExampleNetworks.All.Concat(Enumerable.Range(1, 10).Select(RandomNetwork.Create)))
        {
            using var folder = new ScratchFolder();
            var network = new CompiledNetwork(TopologyLowering.Lower(topology));
            var without = NetworkSimulation.Run(network, new SimulationOptions { Flows = 100 });
            var with = NetworkSimulation.Run(network, new SimulationOptions { Flows = 100, OutputFolder = folder.Path });

            Assert.Equal(with.Measurements, without.Measurements);
            Assert.Equal((with.Packets, with.DroppedPackets, with.Bytes), (without.Packets, without.DroppedPackets, without.Bytes));
        }
    }

    [Fact]
    public void Drops_name_who_sent_and_where()
    {
        var drops = NetworkSimulation.Run(Shop, new SimulationOptions()).Measurements.Drops;

        Assert.Contains(drops, drop => drop is { Code: DropCode.EniSgRulesMismatch, From: "internet", At: "us-east-1/shop/web-a" });
        Assert.Contains(drops, drop => drop is { Code: DropCode.NatUnsolicited, From: "internet", At: "us-east-1/shop/nat-a" });
    }

    [Fact]
    public void Latency_is_twice_the_way_where_nothing_is_lost()
    {
        // Inside, a packet takes 0.2 to 1.5 ms; over the internet 5 to 60 ms; who is not heard tries again after a second.
        var latency = NetworkSimulation.Run(Shop, new SimulationOptions()).Measurements.Latency;
        Assert.InRange(latency.Values[0].Took.TotalMilliseconds, 0.4, 0.6);
        Assert.InRange(latency.Maximum.TotalMilliseconds, 100, 120.1);
        Assert.True(latency.P50 <= latency.P90 && latency.P90 <= latency.P99 && latency.P99 <= latency.P999 && latency.P999 <= latency.Maximum);
    }

    [Fact]
    public void Lost_nodes_show_as_an_outage_with_its_drops_and_slow_answers()
    {
        var zone = Shop.Graph.Subnets[0].ZoneId;
        var losses = Enumerable.Range(0, 16).Select(node => new NodeLoss(zone, node, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(230)));
        var options = new SimulationOptions { Flows = 5000, Dataplane = new DataplaneOptions { FlowState = new FlowStateOptions { Losses = [.. losses] } } };
        var report = NetworkSimulation.Run(Shop, options);

        var outage = report.Measurements.Outages.First(outage => outage.IsOver);
        Assert.InRange(outage.Start, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(220));
        Assert.Contains(report.Measurements.Drops, drop => drop is { Code: DropCode.FlowStateOverloaded } && drop.First >= TimeSpan.FromSeconds(200));
        Assert.True(report.Measurements.Latency.Maximum >= TimeSpan.FromSeconds(1));
        Assert.Equal(["use1-az1", "use1-az2"], report.Measurements.FlowState.Select(use => use.ZoneId));
        Assert.Equal(report.NatGateways.Sum(use => use.Flows), report.Measurements.FlowState.Sum(use => use.Committed));
        Assert.Equal(16, report.Failures.Count);
        Assert.Equal(new FailureMark(TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(230), $"node 0 of {zone} is lost"), report.Failures[0]);
    }

    [Fact]
    public void What_fails_after_the_end_is_not_told()
    {
        var moves = new MappingOptions { Moves = [new InterfaceMove("us-east-1/shop/web-a", TimeSpan.FromMinutes(5)), new InterfaceMove("us-east-1/shop/web-b", TimeSpan.FromMinutes(15))] };
        var report = NetworkSimulation.Run(Shop, new SimulationOptions { Dataplane = new DataplaneOptions { Mapping = moves } });
        Assert.Equal([new FailureMark(TimeSpan.FromMinutes(5), null, "us-east-1/shop/web-a moves to another host")], report.Failures);
    }

    [Fact]
    public void Gateways_are_watched_over_time()
    {
        var report = NetworkSimulation.Run(Shop, new SimulationOptions());
        Assert.Equal(["us-east-1/shop/nat-a", "us-east-1/shop/nat-b"], report.Measurements.NatGateways.Select(gateway => gateway.NatGateway));
        foreach (var (gateway, use) in report.Measurements.NatGateways.Zip(report.NatGateways))
        {
            Assert.InRange(gateway.Flows.Max(), 1, use.PeakFlows);
            Assert.InRange(gateway.Ports.Max(), 1, use.PeakPorts);

            // They forget what has been idle for 350 s.
            Assert.True(gateway.Flows[^1] < use.Flows);
        }
    }
}
