using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Mapping;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Scenarios;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Simulation.Tests.Failures;

/// <summary>Interfaces that move to another host in a run: what is sent by an old mapping is sent on or lost by its code, and nothing in silence.</summary>
public sealed class MoveTests
{
    static readonly Topology Shop = ExampleNetworks.Shop();
    static readonly TimeSpan At = TimeSpan.FromMinutes(4);

    [Fact]
    public void What_is_sent_to_the_old_host_is_sent_on_for_a_while()
    {
        var report = Run(new MappingOptions(), Move("db-a"));
        var mapping = report.Measurements.Mapping!;
        Assert.Equal((1, 0L, 0L), (mapping.Moves, mapping.Missed, report.DroppedPackets));
        Assert.True(mapping.Redirected > 0);
        Assert.InRange(mapping.LongestStale, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(200));
        Assert.True(mapping.LongestPropagation >= mapping.LongestStale);
    }

    [Fact]
    public void What_comes_later_is_lost_by_its_code_and_counted()
    {
        var report = Run(new MappingOptions { PropagationDelay = TimeSpan.FromSeconds(2) }, Move("db-a"));
        var mapping = report.Measurements.Mapping!;
        Assert.True(mapping.Missed > 0);
        Assert.Equal(mapping.Missed, report.Measurements.DropsByCode.Single(drop => drop.Code == DropCode.MappingMiss).Packets);
        Assert.Equal(mapping.Missed, report.DroppedPackets);
        Assert.True(mapping.LongestStale > TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void An_instance_moves_with_all_of_its_interfaces_and_an_interface_alone()
    {
        var topology = TwoInterfaces();
        Assert.Equal(2, Run(topology, "app", new MappingOptions(), Move("app")).Measurements.Mapping!.Moves);
        Assert.Equal(1, Run(topology, "app", new MappingOptions(), Move("app/second")).Measurements.Mapping!.Moves);
    }

    [Fact]
    public void Two_moves_of_one_interface_are_two() => Assert.Equal(2, Run(new MappingOptions(), Move("db-a"), Move("db-a") with { At = At + TimeSpan.FromMinutes(1) }).Measurements.Mapping!.Moves);

    [Fact]
    public void Moves_are_marked_and_nothing_is_measured_where_nothing_moves()
    {
        Assert.Equal("db-a moves to another host", Assert.Single(Run(new MappingOptions(), Move("db-a")).Failures).What);
        Assert.Null(Run(new MappingOptions()).Measurements.Mapping);
    }

    [Fact]
    public void What_cannot_move_is_told()
    {
        Assert.Equal(
            "failure of move 'nobody': there is no interface and no instance of that name in network 'Shop'; name one by its path or the end of it",
            Assert.Throws<ScenarioException>(() => Run(new MappingOptions(), Move("nobody"))).Message);
        Assert.Equal(
            "failure of move 'db-a': it moves at once and stays there; leave \"until\" out, or write a second move",
            Assert.Throws<ScenarioException>(() => Run(new MappingOptions(), Move("db-a") with { Until = At * 2 })).Message);
    }

    /// <summary>Whatever moves whenever: every packet has one end, and those that are lost by moves are those that the mapping service has counted.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(12)]
    public void Random_moves_lose_no_packet_in_silence(int seed)
    {
        var topology = RandomNetwork.Create(seed);
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var paths = network.Graph.Holders.Where(holder => !holder.Translates && holder.HasGroups).Select(holder => network.Graph.Nodes[holder.Node].Path).Distinct().ToList();
        var moves = paths.SelectMany((path, number) => Enumerable.Range(0, 3).Select(time => new ScheduledFailure(FailureKind.Move, path, TimeSpan.FromSeconds((number * 7) + (time * 150)))));
        var options = new SimulationOptions
        {
            Seed = (ulong)seed,
            Flows = 2000,
            Topology = topology,
            Failures = [.. moves],
            Dataplane = new DataplaneOptions { Mapping = new MappingOptions { PropagationDelay = TimeSpan.FromSeconds(1) } },
        };
        var report = NetworkSimulation.Run(network, options);
        Assert.Equal(0, report.Measurements.Packets.Unaccounted);
        Assert.Equal(report.Measurements.Mapping!.Missed, report.Measurements.DropsByCode.Where(drop => drop.Code == DropCode.MappingMiss).Sum(drop => drop.Packets));

        // The path of an instance stands for all of its interfaces.
        Assert.InRange(report.Measurements.Mapping.Moves, paths.Count * 3, paths.Count * 9);
    }

    static ScheduledFailure Move(string name) => new(FailureKind.Move, name, At);

    static SimulationReport Run(MappingOptions mapping, params ScheduledFailure[] failures) => Run(Shop, "db-a", mapping, failures);

    static SimulationReport Run(Topology topology, string to, MappingOptions mapping, params ScheduledFailure[] failures) => NetworkSimulation.Run(
        new CompiledNetwork(TopologyLowering.Lower(topology)),
        new SimulationOptions
        {
            Topology = topology,
            Failures = [.. failures],
            Traffic = [new TrafficPattern("calls", [topology == Shop ? "web-a" : "client"], [to], Protocol.Tcp, 5432) { Arrivals = new Arrivals.Poisson(1000), Start = At - TimeSpan.FromSeconds(1), End = At + TimeSpan.FromSeconds(5) }],
            Dataplane = new DataplaneOptions { Mapping = mapping },
        });

    static Topology TwoInterfaces()
    {
        var network = new NetworkBuilder("TwoInterfaces");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var subnet = vpc.Subnet("hosts", "10.0.0.0/24", "a");
        var open = vpc.SecurityGroup("open").Ingress(Traffic.Tcp(5432), from: "10.0.0.0/16");
        subnet.Instance("client", open);
        subnet.Instance("app", open).Interface("second", subnet);
        return network.Build();
    }
}
