using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Randomness;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Scenarios;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests.Scenarios;

public sealed class TrafficTests
{
    static readonly CompiledNetwork Shop = new(TopologyLowering.Lower(ExampleNetworks.Shop()));
    static readonly TrafficPattern Orders = new("orders", ["web-a", "web-b"], ["db-a", "db-b"], Protocol.Tcp, 5432);

    [Fact]
    public void Poisson_flows_come_as_often_as_they_are_said_to()
    {
        var report = Run(Orders with { Arrivals = new Arrivals.Poisson(20) });

        // 12,000 are expected in ten minutes, with a deviation of 110.
        Assert.InRange(report.Attempted, 11_500, 12_500);
        Assert.Equal(report.Attempted, report.Established + report.Unfinished);
        Assert.Equal(4, report.Pairs.Count);
        Assert.All(report.Pairs, pair => Assert.InRange(pair.Flows, report.Attempted * 0.23, report.Attempted * 0.27));
    }

    [Fact]
    public void Pairs_are_pairs()
    {
        var report = Run(Orders with { Arrivals = new Arrivals.Poisson(5), Pairing = TrafficPairing.Pairs });

        Assert.Equal(["us-east-1/shop/db-a", "us-east-1/shop/db-b"], report.Pairs.Select(pair => pair.To));
        Assert.Equal(["us-east-1/shop/web-a", "us-east-1/shop/web-b"], report.Pairs.Select(pair => pair.From));
    }

    [Fact]
    public void A_caller_of_a_closed_loop_has_one_flow_at_a_time()
    {
        // Each flow lasts a second: two thoughts of half a second behind the openings.
        var loop = Orders with { Arrivals = new Arrivals.ClosedLoop(3, new Distribution.Constant(4)), Exchange = new Exchange.RequestReply { Pause = new Distribution.Constant(0.5) } };
        var report = Run(loop);

        // 600 s for each of three callers: 4 s thinking and a second of talking, but for the last one.
        Assert.InRange(report.Attempted, 3 * 118, 3 * 121);
        Assert.InRange(report.Unfinished, 0, 3);
    }

    [Fact]
    public void Updates_of_all_to_one_destination_take_a_port_each()
    {
        var report = Run(new TrafficPattern("updates", ["shop"], ["198.51.100.7"], Protocol.Tcp, 443) { Arrivals = new Arrivals.Poisson(50) });

        Assert.Equal(report.Attempted, report.Established + report.Unfinished);
        Assert.All(report.NatGateways, use => Assert.True(use.PeakPorts > 1000));
    }

    [Fact]
    public void Bulk_data_is_carried_whole_and_acknowledged()
    {
        var bytes = (1448 * 9) + 100;
        var report = Run(Orders with { Arrivals = new Arrivals.ClosedLoop(1, new Distribution.Constant(1000)), Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(bytes), Pause = new Distribution.Constant(0) }, Start = TimeSpan.Zero, End = TimeSpan.FromHours(1) }, TimeSpan.FromHours(1));

        // Opening and end: two packets each. Ten of data, five acknowledgments.
        var flow = report.Packets / report.Attempted;
        Assert.Equal(2 + 10 + 5 + 2, flow);
        Assert.Equal((2 * 60) + (9 * 1500) + (100 + 52) + (5 * 52) + (2 * 52), report.Bytes / report.Attempted);
    }

    [Fact]
    public void Bulk_data_goes_up_or_down()
    {
        foreach (var isUpload in new[] { true, false })
        {
            var random = RandomStream.From(1);
            var script = new ExchangeScript(new Exchange.Bulk { Bytes = new Distribution.Constant(3000), IsUpload = isUpload }, Protocol.Tcp).Of(ref random);
            Assert.Equal(Enumerable.Range(0, script.Count).Select(step => script[step]), script);
            var data = script.Where(step => step.Flags == Runtime.TcpFlags.Ack && step.Bytes > 52).ToList();
            Assert.All(data, step => Assert.Equal(isUpload, step.FromClient));
            Assert.Equal([1500, 1500, 104 + 52], data.Select(step => step.Bytes));
        }
    }

    [Fact]
    public void Echoes_and_datagrams_have_no_opening()
    {
        var pings = Run(new TrafficPattern("pings", ["web-a"], ["198.51.100.7"], Protocol.Icmp, 0));
        Assert.Equal(pings.Packets, 2 * pings.Established);
        var calls = Run(new TrafficPattern("calls", ["web-a"], ["198.51.100.7"], Protocol.Udp, 443) { Exchange = new Exchange.RequestReply { Requests = new Distribution.Constant(3), ReplyBytes = new Distribution.Constant(100) } });
        Assert.InRange(calls.Packets, (6 * calls.Established) - 6, 6 * calls.Established);
    }

    [Fact]
    public void Time_goes_on_even_where_nobody_thinks()
    {
        var calls = new TrafficPattern("calls", ["web-a"], ["198.51.100.7"], Protocol.Udp, 9)
        {
            Arrivals = new Arrivals.ClosedLoop(2, new Distribution.Constant(0)),
            Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(1), IsUpload = true, Pause = new Distribution.Constant(0) },
        };
        var report = NetworkSimulation.Run(Shop, new SimulationOptions { Traffic = [calls], Duration = TimeSpan.FromSeconds(10) });

        // Each takes at least 5 ms there and back.
        Assert.InRange(report.Attempted, 2 * 50, 2 * 1000);
        Assert.InRange(report.Unfinished, 0, 2);
    }

    [Fact]
    public void Very_many_flows_come_as_often_as_they_are_said_to()
    {
        var traffic = new PatternTraffic(Shop.Graph, Orders with { Arrivals = new Arrivals.Poisson(1e6) }, 1, TimeSpan.FromHours(1), new SourcePorts());
        TimeSpan last = default;
        for (var flow = 0; flow < 20_000; flow++)
        {
            last = traffic.Take().Start;
        }

        Assert.InRange(last.TotalMilliseconds, 19.5, 20.5);
    }

    [Fact]
    public void Services_of_the_vendor_answer()
    {
        var network = new NetworkBuilder("Backup");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var subnet = vpc.Subnet("hosts", "10.0.0.0/24", "a");
        subnet.Instance("host", vpc.SecurityGroup("hosts"));
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(subnet.RouteTable("hosts"));
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        var pattern = new TrafficPattern("backups", ["host"], [compiled.Graph.Services.Single(service => compiled.Graph.Nodes[service.Node].Name == "s3").Addresses[0].ToString()], Protocol.Tcp, 443);
        var report = NetworkSimulation.Run(compiled, new SimulationOptions { Traffic = [pattern] });

        Assert.True(report.Established > 100);
        Assert.Equal(0, report.Blocked);
    }

    [Theory]
    [InlineData("169.254.169.253", 53)]
    [InlineData("10.0.0.2", 53)]
    [InlineData("169.254.169.123", 123)]
    public void Services_of_the_host_answer_at_once(string address, ushort port)
    {
        var queries = new TrafficPattern("queries", ["web-a"], [address], Protocol.Udp, port)
        {
            Arrivals = new Arrivals.Poisson(2),
            Exchange = new Exchange.RequestReply { ReplyBytes = new Distribution.Constant(200), Pause = new Distribution.Constant(0) },
        };
        var report = Run(queries);

        Assert.InRange(report.Established, 1000, 1400);
        Assert.Equal((0, 0), (report.Blocked, report.Unfinished));
        Assert.Equal(2 * report.Established, report.Packets);
        Assert.True(report.Measurements.Latency.Maximum < TimeSpan.FromMilliseconds(1), $"{report.Measurements.Latency.Maximum}");
    }

    [Fact]
    public void A_host_that_is_down_gets_no_answer_of_its_services()
    {
        var queries = new TrafficPattern("queries", ["web-a"], ["169.254.169.253"], Protocol.Udp, 53) { Arrivals = new Arrivals.Poisson(2) };
        var report = NetworkSimulation.Run(Shop, new SimulationOptions
        {
            Traffic = [queries],
            Dataplane = new DataplaneOptions { Faults = new Runtime.Faults.FaultOptions { Outages = [new Runtime.Faults.HolderOutage(Shop.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/shop/web-a")), TimeSpan.Zero)] } },
        });

        Assert.True(report.Blocked > 100);
        Assert.Equal(0, report.Established);
        Assert.Equal([DropCode.HostDown], report.BlockedByCode.Select(blocked => blocked.Code));
    }

    [Fact]
    public void Patterns_begin_and_end_when_they_say()
    {
        var report = Run(Orders with { Arrivals = new Arrivals.Poisson(20), Start = TimeSpan.FromMinutes(2), End = TimeSpan.FromMinutes(3) });

        Assert.InRange(report.Attempted, 1100, 1300);
        Assert.Equal(0, report.Unfinished);
    }

    [Fact]
    public void A_pattern_does_not_depend_on_those_beside_it()
    {
        var other = new TrafficPattern("other", ["db-a"], ["internet"], Protocol.Udp, 53) { Arrivals = new Arrivals.Poisson(3) };
        var pattern = Orders with { Arrivals = new Arrivals.Poisson(3) };

        Assert.Equal(Run(pattern).Pairs, Run(other, pattern).Pairs.Where(pair => pair.To != "internet"));
    }

    [Fact]
    public void Flows_across_zones_and_slower_cards_take_longer()
    {
        var ena = new PatternTraffic(Shop.Graph, Orders, 1, TimeSpan.FromHours(1), new SourcePorts());
        var slow = new PatternTraffic(Shop.Graph, Orders with { Interfaces = InterfaceMode.Paravirtual }, 1, TimeSpan.FromHours(1), new SourcePorts());
        for (var flow = 0; flow < 100; flow++)
        {
            var (fast, same) = (ena.Take(), slow.Take());
            Assert.Equal(fast.Opening, same.Opening);
            Assert.True(fast.Latency < same.Latency);
            var isInZone = Shop.Graph.Holders[fast.Client].Subnet is var one && Shop.Graph.Holders[fast.Target].Subnet is var two && ZoneOf(one) == ZoneOf(two);
            Assert.Equal(isInZone, fast.Latency < TimeSpan.FromMicroseconds(300));
        }

        static string ZoneOf(int subnet) => Shop.Graph.Subnets.First(each => each.Node == subnet).ZoneId;
    }

    [Theory]
    [InlineData("nobody", "db-a", "traffic 'it': nothing that sends is called 'nobody'; name a VPC, a subnet, an instance by its path or the end of it, an address, or internet")]
    [InlineData("web-a", "nobody", "traffic 'it': nothing that receives is called 'nobody'; name a VPC, a subnet, an instance, a load balancer by its path or the end of it, an address, or internet")]
    [InlineData("internet", "198.51.100.0/24", "traffic 'it': both its ends are outside of the network")]
    [InlineData("2001:db8::1", "web-a", "traffic 'it': '2001:db8::1' is of the other family; write \"family\": \"ipv6\", or another address")]
    [InlineData("169.254.169.253", "web-a", "traffic 'it': '169.254.169.253' is a service of the host itself, which answers and opens nothing; name it in \"to\", or another address")]
    [InlineData("nat-a", "web-a", "traffic 'it': nothing that sends is called 'nat-a'; name a VPC, a subnet, an instance by its path or the end of it, an address, or internet")]
    public void Who_is_not_there_is_told(string from, string to, string message) =>
        Assert.Equal(message, Assert.Throws<ScenarioException>(() => Run(new TrafficPattern("it", [from], [to], Protocol.Tcp, 443))).Message);

    [Fact]
    public void What_has_no_address_of_the_family_is_told() =>
        Assert.Equal("traffic 'orders': 'web-a' has no IPv6 address", Assert.Throws<ScenarioException>(() => Run(Orders with { IsIpv6 = true })).Message);

    [Fact]
    public void Nobody_writes_to_a_host_that_the_internet_does_not_see()
    {
        var message = Assert.Throws<ScenarioException>(() => Run(Orders with { From = ["internet"] })).Message;
        Assert.Equal("traffic 'orders': 'us-east-1/shop/db-a' has no address on the internet, from where this traffic comes", message);
    }

    [Fact]
    public void Distributions_have_the_means_that_they_say()
    {
        Distribution[] all = [new Distribution.Constant(7), new Distribution.Uniform(2, 6), new Distribution.Exponential(3), new Distribution.Lognormal(5, 0.5), new Distribution.Pareto(2, 3)];
        Assert.All(all, distribution =>
        {
            var random = RandomStream.From(3);
            var mean = Enumerable.Range(0, 200_000).Average(_ => distribution.Draw(ref random));
            Assert.InRange(mean, distribution.Mean * 0.98, distribution.Mean * 1.02);
        });
        Assert.True(double.IsPositiveInfinity(new Distribution.Pareto(1, 1).Mean));
    }

    static SimulationReport Run(params TrafficPattern[] patterns) => NetworkSimulation.Run(Shop, new SimulationOptions { Traffic = [.. patterns] });

    static SimulationReport Run(TrafficPattern pattern, TimeSpan duration) => NetworkSimulation.Run(Shop, new SimulationOptions { Traffic = [pattern], Duration = duration });
}
