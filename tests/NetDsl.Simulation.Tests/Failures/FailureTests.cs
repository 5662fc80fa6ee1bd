using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Routing.Tunnels;
using NetDsl.Simulation.Scenarios;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Failures;

/// <summary>What fails in a run is lost by its code and its time, and nothing else is.</summary>
public sealed class FailureTests
{
    static readonly Topology Shop = ExampleNetworks.Shop();
    static readonly TimeSpan Fails = TimeSpan.FromMinutes(4);
    static readonly TimeSpan Works = TimeSpan.FromMinutes(6);

    [Fact]
    public void A_zone_takes_all_in_it_down()
    {
        var flows = Run(Shop, Calls("web-b", "db-a", 5432), new ScheduledFailure(FailureKind.Zone, "us-east-1a", Fails, Works));
        Assert.All(flows, flow => Assert.Equal(IsWithin(flow.At) ? DropCode.HostDown : null, flow.Code));
        var others = Run(Shop, Calls("web-b", "db-b", 5432), new ScheduledFailure(FailureKind.Zone, "us-east-1a", Fails, Works));
        Assert.All(others, flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void A_zone_is_known_by_its_identifier_too() =>
        Assert.Contains(Run(Shop, Calls("web-b", "db-a", 5432), new ScheduledFailure(FailureKind.Zone, new CompiledNetwork(TopologyLowering.Lower(Shop)).Graph.Subnets[0].ZoneId, Fails)), flow => flow.Code == DropCode.HostDown);

    [Fact]
    public void A_host_that_is_down_neither_sends_nor_takes()
    {
        var failure = new ScheduledFailure(FailureKind.Host, "web-a", Fails, Works);
        Assert.All(Run(Shop, Calls("web-a", "db-a", 5432), failure), flow => Assert.Equal(IsWithin(flow.At) ? DropCode.HostDown : null, flow.Code));
        Assert.All(Run(Shop, Calls("internet", "web-a", 443), failure), flow => Assert.Equal(IsWithin(flow.At) ? DropCode.HostDown : null, flow.Code));
    }

    [Fact]
    public void A_nat_gateway_that_is_down_is_missed_by_its_subnets_only()
    {
        var failure = new ScheduledFailure(FailureKind.NatGateway, "nat-a", Fails, Works);
        Assert.All(Run(Shop, Calls("db-a", "internet", 443), failure), flow => Assert.Equal(IsWithin(flow.At) ? DropCode.HostDown : null, flow.Code));
        Assert.All(Run(Shop, Calls("db-b", "internet", 443), failure), flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void A_load_balancer_sends_new_flows_to_others_when_two_checks_have_failed()
    {
        // Two hosts behind it: half of the flows are lost until the second check has failed, 40 to 70 s later, then none, though the host is down for two minutes.
        var flows = Run(Balanced(), Calls("client", "front", 443), new ScheduledFailure(FailureKind.Host, "one", Fails, Works));
        var unnoticed = flows.Where(flow => flow.At >= Fails && flow.At < Fails + TimeSpan.FromSeconds(40)).ToList();
        Assert.InRange(unnoticed.Count(flow => flow.Code == DropCode.HostDown), unnoticed.Count * 0.3, unnoticed.Count * 0.7);
        Assert.All(flows.Where(flow => flow.At < Fails || flow.At >= Fails + TimeSpan.FromSeconds(70)), flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void A_target_that_is_drained_keeps_its_flows_and_gets_none()
    {
        var failure = new ScheduledFailure(FailureKind.Drain, "one", Fails, Works);
        Assert.All(Run(Balanced(), Calls("client", "front", 443), failure), flow => Assert.Null(flow.Code));

        // A flow that began before goes on through the whole time.
        var lasting = Calls("client", "front", 443) with { Arrivals = new Arrivals.Poisson(0.1), Exchange = new Exchange.RequestReply { Requests = new Distribution.Constant(400), Pause = new Distribution.Constant(1) } };
        Assert.All(Run(Balanced(), lasting, failure), flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void Where_all_targets_are_down_all_get_flows()
    {
        var flows = Run(Balanced(), Calls("client", "front", 443), new ScheduledFailure(FailureKind.Drain, "one", Fails, Works), new ScheduledFailure(FailureKind.Drain, "two", Fails, Works));
        Assert.All(flows, flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void Where_the_targets_of_a_zone_are_down_clients_are_told_of_the_others()
    {
        // Half of the flows come to the node of the zone: lost there until two checks have failed, then refused for as long as clients keep its address.
        var flows = Run(Balanced(zones: 2), Calls("client", "front", 443), new ScheduledFailure(FailureKind.Host, "one", Fails, Works));
        var told = Fails + TimeSpan.FromSeconds(130);
        Assert.Contains(flows, flow => flow.Code == DropCode.HostDown && flow.At < Fails + TimeSpan.FromSeconds(40));
        Assert.Contains(flows, flow => flow.Code == DropCode.Elbv2NoTargetsInAz);
        Assert.All(flows.Where(flow => flow.At >= told || flow.At < Fails), flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void A_zone_with_a_node_of_a_load_balancer_is_left_out_when_it_is_known_to_be_down()
    {
        var flows = Run(Balanced(zones: 2), Calls("client", "front", 443), new ScheduledFailure(FailureKind.Zone, "us-east-1b", Fails));
        Assert.Contains(flows, flow => flow.Code == DropCode.HostDown);
        Assert.All(flows.Where(flow => flow.At >= Fails + TimeSpan.FromSeconds(130)), flow => Assert.Null(flow.Code));
    }

    [Fact]
    public void The_second_tunnel_that_fails_is_missed_like_the_first()
    {
        var later = Fails + TimeSpan.FromMinutes(2);
        var flows = Run(OneVpn(), Calls("app", "till", 443), new ScheduledFailure(FailureKind.Tunnel, "first 2", later), new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails));
        foreach (var at in new[] { Fails, later })
        {
            var unnoticed = flows.Where(flow => flow.At >= at && flow.At < at + TimeSpan.FromSeconds(21)).ToList();
            Assert.NotEmpty(unnoticed);
            Assert.All(unnoticed, flow => Assert.Equal(DropCode.LinkDown, flow.Code));
        }

        Assert.All(flows.Where(flow => flow.At >= Fails + TimeSpan.FromSeconds(31) && flow.At < later), flow => Assert.Null(flow.Code));
        Assert.All(flows.Where(flow => flow.At >= later + TimeSpan.FromSeconds(31)), flow => Assert.NotNull(flow.Code));
    }

    [Fact]
    public void A_line_that_nothing_goes_over_yet_can_be_named() =>
        Assert.All(
            Run(TwoVpns(), Calls("app", "till", 443), new ScheduledFailure(FailureKind.Line, "second", TimeSpan.Zero) { Loss = 1 }, new ScheduledFailure(FailureKind.Device, "edge", Fails))
                .Where(flow => flow.At > Fails + TimeSpan.FromSeconds(31)),
            flow => Assert.Equal(DropCode.LinkDown, flow.Code));

    [Fact]
    public void A_tunnel_is_lost_until_both_ends_have_noticed()
    {
        // The hold time of 30 seconds less the age of the last keepalive, and one for the routes.
        var flows = Run(OneVpn(), Calls("app", "till", 443), new ScheduledFailure(FailureKind.Tunnel, "first 1", Fails, Works));
        var (earliest, latest) = (Fails + TimeSpan.FromSeconds(21), Fails + TimeSpan.FromSeconds(31));
        Assert.All(flows.Where(flow => flow.At < Fails || flow.At >= latest), flow => Assert.Null(flow.Code));
        Assert.All(flows.Where(flow => flow.At >= Fails && flow.At < earliest), flow => Assert.Equal(DropCode.LinkDown, flow.Code));
        Assert.All(flows.Where(flow => flow.At >= earliest && flow.At < latest), flow => Assert.True(flow.Code is null or DropCode.LinkDown));
        Assert.Contains(flows, flow => flow.At >= latest && flow.At < Works);
    }

    [Fact]
    public void A_device_that_is_gone_takes_the_site_with_it()
    {
        // When it is back, the tunnel and the session in it need up to five seconds each.
        var flows = Run(OneVpn(), Calls("till", "app", 443), new ScheduledFailure(FailureKind.Device, "edge", Fails, Works));
        Assert.All(flows.Where(flow => !IsWithin(flow.At, TimeSpan.FromSeconds(12))), flow => Assert.Null(flow.Code));
        Assert.All(flows.Where(flow => IsWithin(flow.At)), flow => Assert.NotNull(flow.Code));
        Assert.Contains(flows, flow => flow.Code == DropCode.LinkDown);
    }

    [Fact]
    public void A_site_takes_its_hosts_down() =>
        Assert.All(
            Run(OneVpn(), Calls("till", "app", 443), new ScheduledFailure(FailureKind.Site, "office", Fails, Works)).Where(flow => IsWithin(flow.At) && IsWithin(flow.At - TimeSpan.FromSeconds(1))),
            flow => Assert.Equal(DropCode.HostDown, flow.Code));

    [Fact]
    public void A_line_loses_the_share_that_it_is_said_to()
    {
        var options = Options(OneVpn(), Calls("app", "till", 443) with { Arrivals = new Arrivals.Poisson(20) }, new ScheduledFailure(FailureKind.Line, "first", TimeSpan.Zero) { Loss = 0.2 });
        var report = NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(options.Topology!)), options);
        Assert.InRange((double)report.DroppedPackets / report.Packets, 0.18, 0.22);

        // An opener gives up after three losses in a row only.
        Assert.InRange(report.Blocked, 1, report.Attempted / 10);
        Assert.All(report.BlockedByCode, blocked => Assert.Equal(DropCode.LinkLoss, blocked.Code));
    }

    [Fact]
    public void A_line_that_delays_makes_flows_longer()
    {
        var seen = new List<TimeSpan>();
        foreach (var delay in new[] { TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(500) })
        {
            var tap = new Times();
            var options = Options(OneVpn(), Calls("app", "till", 443) with { Arrivals = new Arrivals.Poisson(0.1) }, new ScheduledFailure(FailureKind.Line, "first", TimeSpan.Zero) { Delay = delay });
            NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(options.Topology!)), options with { Tap = tap });
            seen.Add(tap.Last - tap.First);
        }

        // One exchange over UDP: the request and its answer, half a second each.
        Assert.True(seen[1] > TimeSpan.Zero);
        Assert.NotEqual(seen[0], seen[1]);
    }

    [Fact]
    public void Who_looks_at_wires_sees_packets_on_the_lines_that_they_take_while_others_are_down()
    {
        var tap = new Lines();
        var options = Options(TwoVpns(), Calls("app", "till", 443), new ScheduledFailure(FailureKind.Device, "edge", Fails, Works));
        NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(options.Topology!)), options with { Tap = tap });

        Assert.Equal(["us-east-1/first", "us-east-1/second"], tap.Seen.Select(seen => seen.Line).Distinct());
        var second = tap.Seen.Where(seen => seen.Line.EndsWith("second", StringComparison.Ordinal)).ToList();
        Assert.Contains(second, seen => seen.IsToSite);
        Assert.Contains(second, seen => !seen.IsToSite);
        Assert.All(second, seen => Assert.InRange(seen.Time, Fails, Works + TimeSpan.FromMinutes(2)));

        // Until the vendor's end has noticed, what it sends is on the line, and nothing comes from there.
        var unnoticed = tap.Seen.Where(seen => seen.Time >= Fails && seen.Time < second[0].Time).ToList();
        Assert.NotEmpty(unnoticed);
        Assert.All(unnoticed, seen => Assert.True(seen.IsToSite));
    }

    [Fact]
    public void A_node_that_is_lost_alone_loses_nothing()
    {
        var zone = new CompiledNetwork(TopologyLowering.Lower(Shop)).Graph.Subnets[0].ZoneId;
        Assert.All(Enumerable.Range(0, 16), node => Assert.All(
            Run(Shop, Calls("db-a", "internet", 443) with { Arrivals = new Arrivals.Poisson(0.5) }, new ScheduledFailure(FailureKind.Node, $"{zone} {node}", Fails, Works)),
            flow => Assert.Null(flow.Code)));
    }

    [Theory]
    [InlineData(FailureKind.Zone, "us-east-1z", "failure of zone 'us-east-1z': there is none in network 'Shop'; name one by its path or the end of it")]
    [InlineData(FailureKind.NatGateway, "web-a", "failure of NAT gateway 'web-a': there is none in network 'Shop'; name one by its path or the end of it")]
    [InlineData(FailureKind.Node, "use1-az1", "failure of node 'use1-az1': a node is the identifier of a zone and a number below 16, such as \"use1-az1 3\"")]
    [InlineData(FailureKind.Node, "use1-az1 16", "failure of node 'use1-az1 16': a node is the identifier of a zone and a number below 16, such as \"use1-az1 3\"")]
    [InlineData(FailureKind.Host, "shop", "failure of host 'shop': there is none in network 'Shop'; name one by its path or the end of it")]
    [InlineData(FailureKind.Tunnel, "vpn 1", "failure of tunnel 'vpn 1': the network has none")]
    [InlineData(FailureKind.Line, "vpn", "failure of line 'vpn': a line loses a share of packets between 0 and 1, or delays them; write \"loss\" or \"delay\"")]
    [InlineData(FailureKind.Site, "home", "failure of site 'home': the network has none")]
    public void What_is_not_there_cannot_fail(FailureKind kind, string name, string message) =>
        Assert.Equal(message, Assert.Throws<ScenarioException>(() => Run(Shop, Calls("web-a", "db-a", 5432), new ScheduledFailure(kind, name, Fails))).Message);

    [Fact]
    public void What_ends_before_it_begins_is_told() =>
        Assert.Equal(
            "failure of host 'web-a': it ends before it begins; write a later \"until\", or none",
            Assert.Throws<ScenarioException>(() => Run(Shop, Calls("web-a", "db-a", 5432), new ScheduledFailure(FailureKind.Host, "web-a", Works, Fails))).Message);

    static bool IsWithin(TimeSpan time, TimeSpan after = default) => time >= Fails && time < Works + after;

    /// <summary>One request and one answer: over UDP where no port is of TCP only.</summary>
    static TrafficPattern Calls(string from, string to, ushort port) => new("calls", [from], [to], Protocol.Tcp, port)
    {
        Arrivals = new Arrivals.Poisson(5),
        Exchange = new Exchange.RequestReply { ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(0) },
    };

    static SimulationOptions Options(Topology topology, TrafficPattern pattern, params ScheduledFailure[] failures) =>
        new() { Traffic = [pattern], Topology = topology, Failures = [.. failures] };

    /// <summary>When each packet that opens a flow was sent, and why it was lost.</summary>
    static List<(TimeSpan At, DropCode? Code)> Run(Topology topology, TrafficPattern pattern, params ScheduledFailure[] failures)
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var options = Options(topology, pattern, failures);
        var plan = FailurePlan.Of(network, topology, options.Failures, new Runtime.FlowState.FlowStateOptions().NodesOfZone, new LineOptions(options.Duration, 1, UsesBfd: false, TunnelOptions.Vendor));
        var dataplane = new Dataplane(network, new DataplaneOptions { Faults = new() { Outages = [.. plan.Outages], Circuits = [.. plan.Circuits] }, FlowState = new() { Losses = [.. plan.Losses] } });
        var traffic = new PatternTraffic(network.Graph, pattern, 1, options.Duration, new SourcePorts()) { IsNamed = dataplane.IsNamed };
        var seen = new List<(TimeSpan, DropCode?)>();
        var due = new PriorityQueue<FlowRun, (TimeSpan, int)>();
        var order = 0;
        var rerouted = 0;
        while (traffic.NextStart is not null || due.Count > 0)
        {
            FlowRun flow;
            TimeSpan now;
            if (traffic.NextStart is { } start && (!due.TryPeek(out _, out var first) || start <= first.Item1))
            {
                (flow, now) = (new FlowRun(traffic.Take()), start);
            }
            else
            {
                due.TryDequeue(out flow!, out var at);
                now = at.Item1;
            }

            for (; rerouted < plan.Reroutings.Count && plan.Reroutings[rerouted].At <= now; rerouted++)
            {
                dataplane.Reroute(plan.Reroutings[rerouted].Vendor, plan.Reroutings[rerouted].Sites);
            }

            var isFirst = !flow.HasStarted;
            var next = flow.Send(dataplane, now);
            if (isFirst)
            {
                seen.Add((now, flow.Code));
            }

            if (next is { } time && flow.Code is null)
            {
                due.Enqueue(flow, (time, order++));
            }
            else if (!isFirst && flow.Code is { } code)
            {
                // What is lost later in a flow counts where it is lost.
                seen.Add((now, code));
            }
        }

        return seen;
    }

    /// <summary>Two hosts behind a load balancer: in one zone, or each in its own.</summary>
    static Topology Balanced(int zones = 1)
    {
        var network = new NetworkBuilder("Balanced");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var subnets = new[] { vpc.Subnet("hosts-a", "10.0.0.0/24", "a"), vpc.Subnet("hosts-b", "10.0.1.0/24", "b") };
        var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: "10.0.0.0/16");
        var targets = vpc.TargetGroup("hosts", ListenerProtocol.Tcp, port: 443).Target(subnets[0].Instance("one", open)).Target(subnets[zones - 1].Instance("two", open));
        var front = vpc.NetworkLoadBalancer("front").Internal().Listener(ListenerProtocol.Tcp, 443, targets);
        foreach (var subnet in subnets.Take(zones))
        {
            front.Subnet(subnet);
        }

        subnets[0].Instance("client", open);
        return network.Build();
    }

    static Topology TwoVpns() => Office("TwoVpns", (gateway, office) =>
    {
        gateway.VpnConnection("first", office.CustomerGateway("edge", "198.51.100.9"));
        gateway.VpnConnection("second", office.CustomerGateway("spare", "198.51.100.10")).Prepend(2).Med(200);
    });

    static Topology OneVpn() => Office("OneVpn", (gateway, office) => gateway.VpnConnection("first", office.CustomerGateway("edge", "198.51.100.9")));

    static Topology Office(string name, Action<VpnGatewayBuilder, SiteBuilder> link)
    {
        var network = new NetworkBuilder(name);
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("apps", "10.20.0.0/16");
        var gateway = vpc.VpnGateway("vgw", 64600);
        vpc.MainRouteTable.Propagate(gateway);
        vpc.Subnet("app", "10.20.1.0/24", "a").Instance("app", vpc.SecurityGroup("app").Ingress(Tcp(443), from: "192.168.0.0/16"));
        var office = network.Site("office", 65010).Prefix("192.168.0.0/16");
        office.Host("till", "192.168.1.10");
        link(gateway, office);
        return network.Build();
    }

    /// <summary>What is on lines to sites.</summary>
    sealed class Lines : Runtime.Wire.IWireTap
    {
        TimeSpan now;

        public List<(TimeSpan Time, string Line, bool IsToSite)> Seen { get; } = [];

        public void Begin(in Runtime.Wire.SentPacket sent) => now = sent.Time;

        public void See(in Runtime.Wire.WireSighting sighting)
        {
            if (sighting.Kind == Runtime.Wire.WireKind.Circuit)
            {
                Seen.Add((now, sighting.Element.Path, sighting.IsOutbound));
            }
        }
    }

    /// <summary>When the first and the last packet were sent.</summary>
    sealed class Times : Runtime.Wire.IWireTap
    {
        TimeSpan? first;

        public TimeSpan First => first ?? TimeSpan.Zero;

        public TimeSpan Last { get; private set; }

        public void Begin(in Runtime.Wire.SentPacket packet)
        {
            first ??= packet.Time;
            Last = packet.Time;
        }

        public void See(in Runtime.Wire.WireSighting sighting)
        {
        }
    }
}
