using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Workloads;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Failures;

/// <summary>Endpoints of accelerators that fail in a run (interconnect §4).</summary>
public sealed class AcceleratorFailureTests
{
    static readonly TimeSpan Fails = TimeSpan.FromMinutes(4);
    static readonly TimeSpan Works = TimeSpan.FromMinutes(7);

    [Fact]
    public void New_flows_go_to_the_other_region_when_three_checks_have_failed()
    {
        var report = Run(Calls(), new ScheduledFailure(FailureKind.Host, "west", Fails, Works));

        // Three checks thirty seconds apart: 60 to 90 s; back with the next check.
        var mark = Assert.Single(report.Failures, mark => mark.What.Contains("unhealthy", StringComparison.Ordinal));
        Assert.Equal("us-west-2/west/west is unhealthy for accelerator edge", mark.What);
        Assert.InRange(mark.At, Fails + TimeSpan.FromSeconds(60), Fails + TimeSpan.FromSeconds(90));
        Assert.InRange(mark.Until!.Value, Works, Works + TimeSpan.FromSeconds(30));

        // Lost are flows of that time, and none later.
        Assert.All(report.Measurements.Drops, drop => Assert.Equal((DropCode.HostDown, "us-west-2/west/west"), (drop.Code, drop.At)));
        Assert.Equal((true, true), (Lost(report, Fails, mark.At) > 0, Lost(report, mark.At + TimeSpan.FromSeconds(10), report.Duration) == 0));
    }

    [Fact]
    public void What_is_back_before_three_checks_is_never_left()
    {
        var report = Run(Calls(), new ScheduledFailure(FailureKind.Host, "west", Fails, Fails + TimeSpan.FromSeconds(55)));
        Assert.DoesNotContain(report.Failures, mark => mark.What.Contains("unhealthy", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nobody_is_healthy_everybody_gets_flows()
    {
        var report = Run(Calls(), new ScheduledFailure(FailureKind.Host, "west", Fails), new ScheduledFailure(FailureKind.Host, "east", Fails));
        Assert.Equal(
            ["eu-west-1/east/east is unhealthy for accelerator balanced", "eu-west-1/east/east is unhealthy for accelerator edge", "us-west-2/west/west is unhealthy for accelerator edge"],
            report.Failures.Select(mark => mark.What).Where(what => what.Contains("unhealthy", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        // Flows of this client still go to the nearest.
        Assert.Equal(["us-west-2/west/west"], report.Measurements.Drops.Select(drop => drop.At).Distinct());
    }

    [Fact]
    public void Flows_that_an_endpoint_has_stay_there()
    {
        // Requests for the whole time: what began before goes on losing its packets until it gives up, and is not moved.
        var lasting = Calls() with
        {
            Arrivals = new Arrivals.ClosedLoop(1, new Distribution.Constant(1)),
            End = TimeSpan.FromMinutes(3),
            Exchange = new Exchange.RequestReply { Requests = new Distribution.Constant(1000), ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(200) },
        };
        var network = new CompiledNetwork(TopologyLowering.Lower(Worldwide()));
        var holders = network.Graph.Holders;
        var west = Enumerable.Range(0, holders.Count).First(holder => ElementPath.IsCalled(network.Graph.Nodes[holders[holder].Node].Path, "west/west"));
        var dataplane = new Dataplane(network, new DataplaneOptions { Faults = new() { Outages = [new(west, Fails, Works)] } });
        var address = holders.First(holder => holder.Role == Compiler.Graph.HolderRole.Accelerator && holder.PrivateAddress.IsIpv4).PrivateAddress;
        var pinned = new Packet(Addressing.IpAddress.Parse("198.51.100.7"), address, Protocol.Tcp, 40_000, 443);
        var later = pinned with { SourcePort = 40_001 };
        Assert.Equal(west, dataplane.Send(CompiledNetwork.Internet, pinned, Fails - TimeSpan.FromSeconds(1), TcpFlags.Syn).Holder);

        var known = Fails + TimeSpan.FromSeconds(91);
        Assert.Equal(DropCode.HostDown, dataplane.Send(CompiledNetwork.Internet, pinned, known, TcpFlags.Ack).Code);
        var moved = dataplane.Send(CompiledNetwork.Internet, later, known, TcpFlags.Syn).Holder;
        Assert.NotEqual(west, moved);

        // Both stay where they are when it works again.
        var back = Works + TimeSpan.FromSeconds(31);
        Assert.Equal(west, dataplane.Send(CompiledNetwork.Internet, pinned, back, TcpFlags.Ack).Holder);
        Assert.Equal(moved, dataplane.Send(CompiledNetwork.Internet, later, back, TcpFlags.Ack).Holder);
        Assert.Equal(west, dataplane.Send(CompiledNetwork.Internet, pinned with { SourcePort = 40_002 }, back, TcpFlags.Syn).Holder);
        Assert.Equal(0, dataplane.Sweep(TimeSpan.FromDays(30)));
        Assert.True(Run(lasting, new ScheduledFailure(FailureKind.Host, "west", Fails, Works)).Measurements.Packets.Unaccounted == 0);
    }

    [Fact]
    public void A_load_balancer_without_a_healthy_target_is_unhealthy_as_soon_as_it_knows()
    {
        var report = Run(Calls() with { To = ["balanced"] }, new ScheduledFailure(FailureKind.Host, "web", Fails));
        var mark = Assert.Single(report.Failures, mark => mark.What.Contains("unhealthy", StringComparison.Ordinal));
        Assert.Equal("us-west-2/west/balancer is unhealthy for accelerator balanced", mark.What);

        // Two checks of the load balancer's, and ten seconds until the second has failed.
        Assert.InRange(mark.At, Fails + TimeSpan.FromSeconds(40), Fails + TimeSpan.FromSeconds(70));
        Assert.Equal(0, Lost(report, mark.At + TimeSpan.FromSeconds(10), report.Duration));
    }

    [Fact]
    public void A_reset_of_a_load_balancer_goes_back_by_the_accelerator()
    {
        var description = new NetworkBuilder("Behind");
        var region = description.Region("us-west-2");
        var vpc = region.Vpc("west", "10.0.0.0/16");
        var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4);
        var front = vpc.Subnet("front", "10.0.0.0/24", "a");
        front.RouteTable("front").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(front.Instance("one", open)).Target(front.Instance("two", open));
        var balancer = vpc.NetworkLoadBalancer("balancer").Subnet(front).SecurityGroup(open).Listener(ListenerProtocol.Tcp, 443, targets);
        description.Accelerator("edge", configure: edge => edge.Listener(Tcp(443), configure: web => web.EndpointGroup(region).Endpoint(balancer)));
        var network = new CompiledNetwork(TopologyLowering.Lower(description.Build()));
        var holders = network.Graph.Holders;
        var one = Enumerable.Range(0, holders.Count).First(holder => ElementPath.IsCalled(network.Graph.Nodes[holders[holder].Node].Path, "one"));
        var dataplane = new Dataplane(network, new DataplaneOptions { Faults = new() { Outages = [new(one, Fails)] } });
        var address = holders.First(holder => holder.Role == Compiler.Graph.HolderRole.Accelerator && holder.PrivateAddress.IsIpv4).PrivateAddress;
        var packet = Enumerable.Range(40_000, 100)
            .Select(port => new Packet(Addressing.IpAddress.Parse("198.51.100.7"), address, Protocol.Tcp, (ushort)port, 443))
            .First(each => dataplane.Send(CompiledNetwork.Internet, each, Fails - TimeSpan.FromSeconds(1), TcpFlags.Syn).Holder == one);

        var late = Fails + TimeSpan.FromSeconds(71);
        Assert.Equal(DropCode.LbTargetUnhealthy, dataplane.Send(CompiledNetwork.Internet, packet, late, TcpFlags.Ack).Code);
        var arrived = dataplane.Send(dataplane.Reset!, late);
        Assert.Equal((Outcome.Exits, packet.Reply()), (arrived.Outcome, arrived.Packet));
    }

    /// <summary>Packets that were lost in the parts of a run within two times.</summary>
    static long Lost(SimulationReport report, TimeSpan from, TimeSpan until) =>
        report.Measurements.Series is var series ? series.Parts.Where((_, part) => series.StartOf(part) >= from && series.StartOf(part) < until).Sum(part => part.Dropped) : 0;

    static SimulationReport Run(TrafficPattern pattern, params ScheduledFailure[] failures) =>
        NetworkSimulation.Run(new CompiledNetwork(TopologyLowering.Lower(Worldwide())), new SimulationOptions { Traffic = [pattern], Topology = Worldwide(), Failures = [.. failures] });

    static TrafficPattern Calls() => new("calls", ["internet"], ["edge"], Protocol.Tcp, 443)
    {
        Arrivals = new Arrivals.Poisson(2),
        Exchange = new Exchange.RequestReply { ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(0) },
    };

    /// <summary>An accelerator over a host in each of two regions, and one over a load balancer and a host.</summary>
    static Topology Worldwide()
    {
        var network = new NetworkBuilder("Worldwide");
        var (oregon, ireland) = (network.Region("us-west-2"), network.Region("eu-west-1"));
        var west = oregon.Vpc("west", "10.0.0.0/16");
        var gateway = west.InternetGateway("igw");
        var open = west.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4);
        var front = west.Subnet("front", "10.0.0.0/24", "a");
        front.RouteTable("front").Route(AnyIpv4, gateway);
        var first = front.Instance("west", open);
        var balancer = west.NetworkLoadBalancer("balancer").Subnet(front).SecurityGroup(open).Listener(ListenerProtocol.Tcp, 443, west.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(front.Instance("web", open)));
        var east = ireland.Vpc("east", "10.1.0.0/16");
        east.InternetGateway("igw");
        var second = east.Subnet("host", "10.1.0.0/24", "a").Instance("east", east.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4));
        network.Accelerator("edge", configure: edge => edge.Listener(Tcp(443), configure: web =>
        {
            web.EndpointGroup(oregon).Endpoint(first);
            web.EndpointGroup(ireland).Endpoint(second);
        }));
        network.Accelerator("balanced", configure: edge => edge.Listener(Tcp(443), configure: web =>
        {
            web.EndpointGroup(oregon).Endpoint(balancer);
            web.EndpointGroup(ireland).Endpoint(second);
        }));
        return network.Build();
    }
}
