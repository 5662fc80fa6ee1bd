using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Measurements;
using NetDsl.Simulation.Routing.Tunnels;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Failures;

/// <summary>Sessions and tunnels of lines to sites live as long as a run, and its routes come of them.</summary>
public sealed class LinePlayTests
{
    static readonly TimeSpan Fails = TimeSpan.FromMinutes(4);
    static readonly TimeSpan Works = TimeSpan.FromMinutes(6);

    [Fact]
    public void A_tunnel_goes_through_its_states_and_its_session_comes_back()
    {
        var report = Run(OneVpn(), new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails, Works));
        var events = report.Events.Where(each => each.Where.EndsWith("first 1", StringComparison.Ordinal)).ToList();
        Assert.Equal((Fails, "nothing comes through any more"), (events[0].At, events[0].What));
        Assert.InRange(AtOf(events, "the vendor's end: its BGP session ends: the hold timer ran out"), Fails + Seconds(20), Fails + Seconds(30));
        Assert.Equal(
            AtOf(events, "the vendor's end: its BGP session ends: the hold timer ran out") + Seconds(1),
            AtOf(events, "the vendor's end forwards by another way"));
        Assert.Equal(Fails + Seconds(50), AtOf(events, "the vendor's end: its tunnel is down: dead-peer detection clears it"));
        Assert.Equal(Fails + Seconds(50), AtOf(events, "the device: its tunnel is down: dead-peer detection restarts it"));

        // The device asks every five seconds, and reconnects as often.
        string[] back = ["works again", "the vendor's end: its tunnel is phase2", "the vendor's end: its tunnel is ipsec-up", "the vendor's end: its BGP session is established", "the vendor's end: its tunnel is established", "the device: announces 192.168.0.0/16", "the vendor's end forwards by it again"];
        Assert.Equal(back, events.Where(each => each.At >= Works).Select(each => each.What).Where(back.Contains));
        Assert.InRange(AtOf(events, back[^1]), Works + Seconds(1), Works + Seconds(16));

        // The other tunnel has only been used.
        Assert.DoesNotContain(report.Events, each => each.Where.EndsWith("first 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_that_is_shorter_than_the_timers_is_noticed_by_nobody()
    {
        var report = Run(OneVpn(), new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails, Fails + Seconds(8)));
        Assert.Equal(["nothing comes through any more", "works again"], report.Events.Select(each => each.What));
        Assert.All(report.BlockedByCode, blocked => Assert.Equal(DropCode.LinkDown, blocked.Code));
        Assert.InRange(report.Measurements.LongestOutage!.Duration, Seconds(6), Seconds(10));
    }

    [Fact]
    public void A_hub_withdraws_from_one_site_what_it_has_lost_of_the_other()
    {
        var events = Run(Hub(), new ScheduledFailure(FailureKind.Device, "edge-a", Fails, Works)).Events;
        var line = events.Where(each => each.Where.EndsWith("to-b 1", StringComparison.Ordinal)).ToList();
        Assert.Equal(["the vendor's end: withdraws 192.168.0.0/16", "the vendor's end: announces 192.168.0.0/16"], line.Select(each => each.What));
        Assert.InRange(line[0].At, Fails + Seconds(21), Fails + Seconds(31));
        Assert.InRange(line[1].At, Works, Works + Seconds(16));
    }

    /// <summary>A tunnel that is down already, or replaced already, is used again afterwards like any other.</summary>
    [Theory]
    [InlineData(FailureKind.Tunnel, 100, 300, 200, 400)]
    [InlineData(FailureKind.Maintenance, 100, 300, 150, 200)]
    public void Maintenance_of_a_tunnel_that_is_not_used_does_not_last(FailureKind kind, int at, int until, int maintained, int done)
    {
        var report = Run(
            OneVpn(),
            new ScheduledFailure(kind, "first 1", Seconds(at), Seconds(until)),
            new ScheduledFailure(FailureKind.Maintenance, "first 1", Seconds(maintained), Seconds(done)),
            new ScheduledFailure(FailureKind.Tunnel, "first 2", Seconds(600), Seconds(900)));
        var last = Math.Max(until, done);
        Assert.Contains(report.Events, each => each.At > Seconds(last) && each.At < Seconds(last + 40) && each.What == "the vendor's end forwards by it again" && each.Where.EndsWith("first 1", StringComparison.Ordinal));
        Assert.InRange(report.Measurements.LongestOutage?.Duration ?? TimeSpan.Zero, TimeSpan.Zero, Seconds(60));
    }

    [Fact]
    public void A_timeout_of_the_vendors_end_is_not_that_of_the_device()
    {
        var events = NetworkSimulation.Run(
            new CompiledNetwork(TopologyLowering.Lower(OneVpn())),
            new SimulationOptions
            {
                Topology = OneVpn(),
                Duration = TimeSpan.FromMinutes(15),
                Tunnels = TunnelOptions.Vendor with { DeadPeerTimeout = Seconds(90) },
                Failures = [new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails, TimeSpan.FromMinutes(10))],
            }).Events;
        Assert.Equal(Fails + Seconds(100), events.First(each => each.What == "the vendor's end: its tunnel is down: dead-peer detection clears it").At);
        Assert.Equal(Fails + Seconds(50), events.First(each => each.What == "the device: its tunnel is down: dead-peer detection restarts it").At);
    }

    [Fact]
    public void Maintenance_loses_nothing_because_both_ends_move_before()
    {
        var report = Run(OneVpn(), new ScheduledFailure(FailureKind.Maintenance, "first 1", Fails, Works));
        Assert.Equal(0, report.DroppedPackets);
        Assert.Contains(report.Events, each => each.What == "the device: it has heard of a worse discriminator and moves, by step 7 of its decision process");
        Assert.Contains(report.Events, each => each.At == Fails + Seconds(5) && each.What == "the vendor's end: its tunnel is down: its endpoint is replaced");
        Assert.Contains(report.Events, each => each.At == Works && each.What == "the vendor's end: its endpoint is there again");
        Assert.InRange(report.Events.First(each => each.What == "the device forwards by it again").At, Works, Works + Seconds(16));
    }

    [Fact]
    public void Maintenance_of_both_tunnels_at_once_loses_all()
    {
        var report = Run(
            OneVpn(), new ScheduledFailure(FailureKind.Maintenance, "first 1", Fails, Works), new ScheduledFailure(FailureKind.Maintenance, "first 2", Fails + Seconds(10), Works));
        Assert.Contains(report.BlockedByCode, blocked => blocked.Code == DropCode.LinkDown);
    }

    [Fact]
    public void Dead_peer_detection_that_does_nothing_keeps_static_routes_into_a_dead_tunnel()
    {
        var clear = Run(StaticVpn(), new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails));
        var none = Run(StaticVpn(), TunnelOptions.Vendor with { DeadPeerAction = DeadPeerAction.None }, usesBfd: false, new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails));
        Assert.Contains(clear.Events, each => each.At == Fails + Seconds(51) && each.What == "the vendor's end forwards by another way");
        Assert.DoesNotContain(none.Events, each => each.What == "the vendor's end forwards by another way");
        Assert.True(none.Blocked > clear.Blocked);
    }

    [Fact]
    public void Bfd_shortens_an_outage_of_direct_connect()
    {
        var failure = new ScheduledFailure(FailureKind.Location, "EqDC2", Fails, Works);
        var slow = Run(DirectConnect(), failure);
        var fast = Run(DirectConnect(), TunnelOptions.Vendor, usesBfd: true, failure);
        Assert.InRange(AtOf([.. slow.Events], "the vendor's end forwards by another way"), Fails + Seconds(61), Fails + Seconds(91));
        Assert.Equal(Fails + TimeSpan.FromSeconds(1.9), AtOf([.. fast.Events], "the vendor's end forwards by another way"));
        Assert.True(fast.Blocked < slow.Blocked);
    }

    [Fact]
    public void A_router_of_a_Connect_peer_that_is_down_is_noticed_like_a_line()
    {
        var report = Simulate(ExampleNetworks.Overlay(), new SimulationOptions(), "server", new ScheduledFailure(FailureKind.Host, "edge/left", Fails, Works));
        var events = report.Events.Where(each => each.Where.EndsWith("/left", StringComparison.Ordinal)).ToList();
        Assert.InRange(AtOf(events, "the vendor's end forwards by another way"), Fails + Seconds(21), Fails + Seconds(31));
        Assert.InRange(AtOf(events, "the vendor's end forwards by it again"), Works, Works + Seconds(7));
        Assert.InRange(report.Measurements.LongestOutage!.Duration, Seconds(20), Seconds(33));
    }

    /// <summary>Where nothing fails, lines stay as they are, through many renewals of their tunnels; whatever their kind.</summary>
    [Fact]
    public void Lines_of_which_none_fails_change_nothing()
    {
        foreach (var topology in ExampleNetworks.All.Append(OneVpn()).Append(Hub()).Append(StaticVpn()).Append(DirectConnect()))
        {
            var network = new CompiledNetwork(TopologyLowering.Lower(topology));
            var play = LinePlay.Of(network, topology, [], new LineOptions(TimeSpan.FromHours(9), 1, UsesBfd: true, TunnelOptions.Vendor));
            Assert.Empty(play.Reroutings);
            Assert.Empty(play.Circuits);
            Assert.All(play.Events, each => Assert.EndsWith("security association is renewed", each.What, StringComparison.Ordinal));
            Assert.Equal(topology.Hybrid.VpnConnections.Any(connection => connection.Tunnels.Any(tunnel => tunnel.IsUp)), play.Events.Count > 0);
        }
    }

    [Fact]
    public void A_run_without_failing_lines_plays_none()
    {
        Assert.Empty(Run(OneVpn()).Events);
        Assert.Empty(Run(OneVpn(), new ScheduledFailure(FailureKind.Host, "app", Fails, Works)).Events);
    }

    [Fact]
    public void The_same_seed_gives_the_same_events_and_another_one_other_times()
    {
        var failure = new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails, Works);
        Assert.Equal(Run(OneVpn(), failure).Events, Run(OneVpn(), failure).Events);
        Assert.NotEqual(Run(OneVpn(), failure).Events, Simulate(OneVpn(), new SimulationOptions { Seed = 2 }, failure).Events);
    }

    static TimeSpan AtOf(List<RunEvent> events, string what) => events.First(each => each.What == what).At;

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    static SimulationReport Run(Topology topology, params ScheduledFailure[] failures) => Simulate(topology, new SimulationOptions(), failures);

    static SimulationReport Run(Topology topology, TunnelOptions tunnels, bool usesBfd, params ScheduledFailure[] failures) =>
        Simulate(topology, new SimulationOptions { Tunnels = tunnels, UsesBfd = usesBfd }, failures);

    static SimulationReport Simulate(Topology topology, SimulationOptions options, params ScheduledFailure[] failures) => Simulate(topology, options, "app", failures);

    static SimulationReport Simulate(Topology topology, SimulationOptions options, string from, params ScheduledFailure[] failures) => NetworkSimulation.Run(
        new CompiledNetwork(TopologyLowering.Lower(topology)),
        options with
        {
            Topology = topology,
            Failures = [.. failures],
            Traffic = [new TrafficPattern("calls", [from], ["till"], Protocol.Tcp, 443) { Arrivals = new Arrivals.Poisson(5) }],
        });

    static Topology OneVpn() => Office((gateway, office, _, _) => gateway.VpnConnection("first", office.CustomerGateway("edge", "198.51.100.9")));

    static Topology StaticVpn() => Office((gateway, office, _, _) => gateway.VpnConnection("first", office.CustomerGateway("edge", "198.51.100.9")).StaticRoute("192.168.0.0/16"));

    static Topology DirectConnect() => Office((gateway, office, region, _) =>
    {
        office.DirectConnect("line", "EqDC2", region).PrivateVirtualInterface("vif", 101, gateway);
        gateway.VpnConnection("backup", office.CustomerGateway("edge", "198.51.100.9"));
    });

    static Topology Hub() => Office((gateway, office, _, network) =>
    {
        gateway.VpnConnection("to-a", office.CustomerGateway("edge-a", "198.51.100.9"));
        var branch = network.Site("branch", 65020).Prefix("192.169.0.0/16");
        gateway.VpnConnection("to-b", branch.CustomerGateway("edge-b", "198.51.100.10"));
    });

    static Topology Office(Action<VpnGatewayBuilder, SiteBuilder, RegionBuilder, NetworkBuilder> link)
    {
        var network = new NetworkBuilder("Office");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("apps", "10.20.0.0/16");
        var gateway = vpc.VpnGateway("vgw", 64600);
        vpc.MainRouteTable.Propagate(gateway);
        vpc.Subnet("app", "10.20.1.0/24", "a").Instance("app", vpc.SecurityGroup("app").Ingress(Tcp(443), from: "192.168.0.0/16"));
        var office = network.Site("office", 65010).Prefix("192.168.0.0/16");
        office.Host("till", "192.168.1.10");
        link(gateway, office, region, network);
        return network.Build();
    }
}
