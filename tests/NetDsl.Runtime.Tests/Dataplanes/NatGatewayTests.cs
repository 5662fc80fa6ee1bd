using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Runtime.Tests.Dataplanes;

public class NatGatewayTests
{
    static readonly Ipv4Address Host = Ipv4Address.Parse("203.0.113.5");
    static readonly Ipv4Address Client = Ipv4Address.Parse("10.0.1.5");
    static readonly Ipv4Address Nat = Ipv4Address.Parse("10.0.0.220");

    [Fact]
    public void R_3_6_A_thousand_flows_to_one_destination_have_ports_of_their_own()
    {
        var (dataplane, client, _) = Network(seed: 7);
        var ports = Enumerable.Range(0, 1000)
            .Select(flow => Open(dataplane, client, flow, TimeSpan.FromMilliseconds(flow)).Packet.SourcePort)
            .ToList();
        Assert.Equal(1000, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 1024, 65535));
        Assert.Equal(1000, Assert.Single(dataplane.NatGateways).PeakPorts);
    }

    [Fact]
    public void R_3_6_Other_destinations_may_have_the_same_port_again()
    {
        var (dataplane, client, _) = Network();
        var first = dataplane.Send(client, new Packet(Client, Host, Protocol.Tcp, 50000, 443), TimeSpan.Zero);
        var second = dataplane.Send(client, new Packet(Client, Host, Protocol.Tcp, 50000, 80), TimeSpan.Zero);
        Assert.Equal((1024, 1024), (first.Packet.SourcePort, second.Packet.SourcePort));
    }

    [Fact]
    public void What_it_holds_at_a_moment_can_be_asked()
    {
        var (dataplane, client, nat) = Network();
        Open(dataplane, client, 0, TimeSpan.Zero);
        Open(dataplane, client, 1, TimeSpan.FromSeconds(100));
        dataplane.Send(client, new Packet(Client, Host, Protocol.Udp, 1, 53), TimeSpan.FromSeconds(100));

        Assert.Equal([new NatGatewayLoad(nat, Flows: 3, Ports: 2)], dataplane.NatGatewayLoads(TimeSpan.FromSeconds(100)));

        // After 350 s without a packet a flow is forgotten, and its port rests.
        Assert.Equal([new NatGatewayLoad(nat, Flows: 2, Ports: 1)], dataplane.NatGatewayLoads(TimeSpan.FromSeconds(350)));
        Assert.Equal([new NatGatewayLoad(nat, Flows: 0, Ports: 0)], dataplane.NatGatewayLoads(TimeSpan.FromSeconds(450)));

        // Time never runs backwards.
        Assert.Throws<ArgumentOutOfRangeException>(() => Open(dataplane, client, 2, TimeSpan.FromSeconds(449)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(99UL)]
    public void R_3_7_The_55001st_flow_to_one_destination_finds_no_port(ulong? seed)
    {
        var (dataplane, client, _) = Network(seed);
        var given = new HashSet<ushort>();
        for (var flow = 0; flow < 55_000; flow++)
        {
            Assert.True(given.Add(Open(dataplane, client, flow, TimeSpan.Zero).Packet.SourcePort));
        }

        Assert.Equal(DropCode.NatPortExhausted, Open(dataplane, client, 55_000, TimeSpan.Zero).Code);
        Assert.Equal(1, dataplane.NatGateways[0].Refused);
        Assert.Equal(Outcome.Exits, dataplane.Send(client, new Packet(Client, Host, Protocol.Udp, 1, 443), TimeSpan.Zero).Outcome);
    }

    [Fact]
    public void R_3_7_Ports_are_given_again_once_they_have_rested()
    {
        var (dataplane, client, _) = Network();
        for (var flow = 0; flow < 55_000; flow++)
        {
            Open(dataplane, client, flow, TimeSpan.Zero);
        }

        Assert.Equal(DropCode.NatPortExhausted, Open(dataplane, client, 60_000, TimeSpan.FromSeconds(350 + 59)).Code);
        Assert.Equal(1024, Open(dataplane, client, 60_000, TimeSpan.FromSeconds(350 + 60)).Packet.SourcePort);
    }

    [Fact]
    public void R_3_7_The_seed_tells_where_ports_start()
    {
        ushort First(ulong seed)
        {
            var (dataplane, client, _) = Network(seed);
            return Open(dataplane, client, 0, TimeSpan.Zero).Packet.SourcePort;
        }

        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }

    [Fact]
    public void R_3_8_Only_the_answer_of_a_flow_comes_in()
    {
        var (dataplane, client, nat) = Network();
        var request = dataplane.Send(client, new Packet(Client, Host, Protocol.Tcp, 50000, 443), TimeSpan.Zero);
        var answer = request.Packet.Reply();

        var delivered = dataplane.Send(CompiledNetwork.Internet, answer, TimeSpan.Zero);
        Assert.Equal((Outcome.Delivered, client), (delivered.Outcome, delivered.Holder));
        Assert.Equal(new Packet(Host, Client, Protocol.Tcp, 443, 50000), delivered.Packet);

        foreach (var stranger in new[]
        {
            answer with { SourcePort = 80 },
            answer with { Source = Ipv4Address.Parse("203.0.113.6") },
            answer with { DestinationPort = 1025 },
            answer with { Protocol = Protocol.Udp },
        })
        {
            Assert.Equal(DropCode.NatUnsolicited, dataplane.Send(CompiledNetwork.Internet, stranger, TimeSpan.Zero).Code);
            Assert.Equal(nat, dataplane.Events[0].Holder);
        }
    }

    [Fact]
    public void R_3_9_A_flow_is_forgotten_after_350_seconds_without_packets()
    {
        var (dataplane, client, _) = Network();
        var packet = new Packet(Client, Host, Protocol.Tcp, 50000, 443);
        var request = dataplane.Send(client, packet, TimeSpan.Zero, TcpFlags.Syn);
        var answer = request.Packet.Reply();
        Assert.Equal(Outcome.Delivered, dataplane.Send(CompiledNetwork.Internet, answer, TimeSpan.FromSeconds(1), TcpFlags.Syn | TcpFlags.Ack).Outcome);
        Assert.Equal(Outcome.Delivered, dataplane.Send(CompiledNetwork.Internet, answer, TimeSpan.FromSeconds(349), TcpFlags.Ack).Outcome);
        Assert.Equal(Outcome.Exits, dataplane.Send(client, packet, TimeSpan.FromSeconds(698), TcpFlags.Ack).Outcome);
        Assert.Equal(DropCode.NatUnsolicited, dataplane.Send(CompiledNetwork.Internet, answer, TimeSpan.FromSeconds(698 + 350), TcpFlags.Ack).Code);
        Assert.Equal(DropCode.NatIdleExpired, dataplane.Send(client, packet, TimeSpan.FromSeconds(698 + 350), TcpFlags.Ack).Code);
        Assert.Equal(Outcome.Exits, dataplane.Send(client, packet, TimeSpan.FromSeconds(698 + 351), TcpFlags.Syn).Outcome);
    }

    [Fact]
    public void R_3_1_The_identifier_of_an_echo_plays_the_part_of_the_port()
    {
        var (dataplane, client, _) = Network();
        var one = dataplane.Send(client, new Packet(Client, Host, Protocol.Icmp, 7, 0), TimeSpan.Zero);
        var other = dataplane.Send(client, new Packet(Client, Host, Protocol.Icmp, 8, 0), TimeSpan.Zero);
        Assert.NotEqual(one.Packet.SourcePort, other.Packet.SourcePort);
        Assert.Equal(8, dataplane.Send(CompiledNetwork.Internet, other.Packet.Reply(), TimeSpan.Zero).Packet.SourcePort);
    }

    [Fact]
    public void R_3_1_Other_protocols_are_not_translated()
    {
        var (dataplane, client, _) = Network();
        Assert.Equal(
            DropCode.NatUnsupportedProtocol,
            dataplane.Send(client, new Packet(Client, Host, Protocol.FromNumber(50), 0, 0), TimeSpan.Zero).Code);
    }

    [Fact]
    [Trait("Rule", "R-5.1")]
    public void Shows_a_flow_in_four_events_at_its_interface()
    {
        var (dataplane, client, nat) = Network();
        var seen = new List<InterfaceEvent>();
        var request = dataplane.Send(client, new Packet(Client, Host, Protocol.Tcp, 50000, 443), TimeSpan.Zero);
        seen.AddRange(dataplane.Events);
        dataplane.Send(CompiledNetwork.Internet, request.Packet.Reply(), TimeSpan.Zero);
        seen.AddRange(dataplane.Events);

        Assert.Equal(
            ["Ingress 10.0.1.5 203.0.113.5", "Egress 10.0.0.220 203.0.113.5", "Ingress 203.0.113.5 10.0.0.220", "Egress 203.0.113.5 10.0.1.5"],
            seen.Where(part => part.Holder == nat).Select(part => $"{part.Direction} {part.Packet.Source} {part.Packet.Destination}"));
        Assert.All(seen, part => Assert.Equal(FlowAction.Accept, part.Action));
    }

    [Fact]
    public void R_3_6_Each_address_brings_another_55000_ports()
    {
        var (dataplane, client, nat) = Network(addresses: 2);
        var given = new HashSet<(IpAddress, ushort)>();
        for (var flow = 0; flow < 65_000; flow++)
        {
            var sent = Open(dataplane, client, flow, TimeSpan.Zero).Packet;
            Assert.True(given.Add((sent.Source, sent.SourcePort)));
        }

        Assert.Equal(65_000, given.Count);
        Assert.Equal(32_500, dataplane.NatGateways[0].PeakPorts);
        Assert.Equal(nat, Assert.Single(dataplane.NatGateways).Holder);
    }

    [Fact]
    public void R_3_7_The_address_with_the_fewest_flows_to_the_destination_is_taken_and_of_equal_ones_the_first()
    {
        var (dataplane, client, _) = Network(addresses: 3);
        var sources = Enumerable.Range(0, 7).Select(flow => Open(dataplane, client, flow, TimeSpan.Zero).Packet.Source).ToList();
        var elsewhere = dataplane.Send(client, new Packet(Client, Host, Protocol.Tcp, 50000, 80), TimeSpan.Zero).Packet.Source;

        Assert.Equal([sources[0], sources[1], sources[2], sources[0], sources[1], sources[2], sources[0]], sources);
        Assert.Equal(3, sources.Distinct().Count());
        Assert.Equal(sources[0], elsewhere);
    }

    [Fact]
    public void R_3_8_Answers_come_in_by_the_address_that_their_flow_left_by()
    {
        var (dataplane, client, nat) = Network(addresses: 2);
        Open(dataplane, client, 1, TimeSpan.Zero);
        var second = Open(dataplane, client, 2, TimeSpan.Zero).Packet;

        var answer = dataplane.Send(CompiledNetwork.Internet, second.Reply(), TimeSpan.Zero);
        Assert.Equal((Outcome.Delivered, client, (ushort)2), (answer.Outcome, answer.Holder, answer.Packet.DestinationPort));
        Assert.Equal(DropCode.NatUnsolicited, dataplane.Send(CompiledNetwork.Internet, second.Reply() with { DestinationPort = 9 }, TimeSpan.Zero).Code);
        Assert.Equal(nat, dataplane.Events[0].Holder);
    }

    [Fact]
    public void R_3_17_A_nat_instance_gives_the_ports_of_its_system()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var all = vpc.SecurityGroup("all").Ingress(Traffic.AllTraffic, from: "0.0.0.0/0");
        var inner = vpc.Subnet("inner", "10.0.1.0/24", "a");
        inner.RouteTable("inner").Route("0.0.0.0/0", edge.Instance("nat", all).PublicIp().SourceDestinationCheck(false).TranslatesSources());
        inner.Instance("client").PrivateIp("10.0.1.5");
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        var client = compiled.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/v/client"));

        var linux = new Dataplane(compiled, new DataplaneOptions());
        var ports = Enumerable.Range(0, 28_232).Select(flow => Open(linux, client, flow, TimeSpan.Zero).Packet.SourcePort).ToList();
        Assert.Equal((28_232, 32768, 60999), (ports.Distinct().Count(), ports.Min(), ports.Max()));
        Assert.Equal(DropCode.NatPortExhausted, Open(linux, client, 60_000, TimeSpan.Zero).Code);

        var other = new Dataplane(compiled, new DataplaneOptions { Nat = new NatOptions { InstancePorts = new PortRange(40000, 40009) } });
        Assert.All(Enumerable.Range(0, 10), flow => Assert.InRange(Open(other, client, flow, TimeSpan.Zero).Packet.SourcePort, 40000, 40009));
        Assert.Equal(DropCode.NatPortExhausted, Open(other, client, 11, TimeSpan.Zero).Code);
    }

    [Fact]
    public void R_3_14_The_addresses_of_a_zone_share_its_flows_and_each_zone_gives_its_own()
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("v", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route("0.0.0.0/0", vpc.RegionalNatGateway("nat")
            .Zone("a", region.ElasticIp("a1", "203.0.113.1")).Zone("a", region.ElasticIp("a2", "203.0.113.2")).Zone("b", region.ElasticIp("b", "203.0.113.3")));
        vpc.Subnet("a", "10.0.1.0/24", "a").Instance("client").PrivateIp("10.0.1.5");
        vpc.Subnet("b", "10.0.2.0/24", "b").Instance("other").PrivateIp("10.0.2.5");
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        var dataplane = new Dataplane(compiled, new DataplaneOptions());
        var client = compiled.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/v/client"));

        var sent = Enumerable.Range(0, 3).Select(flow => Open(dataplane, client, flow, TimeSpan.Zero).Packet).ToList();
        Assert.Equal(["203.0.113.1", "203.0.113.2", "203.0.113.1"], sent.Select(packet => packet.Source.ToString()));
        var other = new Packet(Ipv4Address.Parse("10.0.2.5"), Host, Protocol.Tcp, 1, 443);
        Assert.Equal("203.0.113.3", dataplane.Send(compiled.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/v/other")), other, TimeSpan.Zero).Packet.Source.ToString());
        var answer = dataplane.Send(CompiledNetwork.Internet, sent[1].Reply(), TimeSpan.Zero);
        Assert.Equal((Outcome.Delivered, client, (ushort)1), (answer.Outcome, answer.Holder, answer.Packet.DestinationPort));
        Assert.Equal(2, dataplane.NatGateways.Count);
    }

    static Decision Open(Dataplane dataplane, int client, int flow, TimeSpan time)
    {
        var packet = new Packet(Client, Host, Protocol.Tcp, (ushort)flow, 443);
        return dataplane.Send(client, packet, time, TcpFlags.Syn);
    }

    static (Dataplane Dataplane, int Client, int Nat) Network(ulong? seed = null, int addresses = 1)
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat").PrivateIp("10.0.0.220");
        for (var added = 1; added < addresses; added++)
        {
            nat.Address();
        }

        var inner = vpc.Subnet("inner", "10.0.1.0/24", "a");
        inner.RouteTable("inner").Route("0.0.0.0/0", nat);
        inner.Instance("client").PrivateIp("10.0.1.5");
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        var options = new DataplaneOptions { Nat = new NatOptions { PortSeed = seed } };
        return (
            new Dataplane(compiled, options),
            compiled.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/v/client")),
            compiled.HolderOf(new ElementId(ElementKind.NatGateway, "us-east-1/v/nat")));
    }
}
