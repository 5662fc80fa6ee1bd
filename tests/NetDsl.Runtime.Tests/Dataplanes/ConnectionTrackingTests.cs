using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Dataplanes;

public class ConnectionTrackingTests
{
    const int Client = 0;
    const int Server = 1;

    static readonly Ipv4Address ClientAddress = Ipv4Address.Parse("10.0.0.10");
    static readonly Ipv4Address ServerAddress = Ipv4Address.Parse("10.0.0.20");

    [Theory]
    [InlineData("tcp", 60)]
    [InlineData("udp", 30)]
    [InlineData("icmp", 30)]
    [InlineData("50", 600)]
    public void R_4_13_An_unanswered_connection_is_forgotten(string name, int seconds)
    {
        Assert.True(Protocol.TryParse(name, out var protocol));
        var dataplane = Pair(server => server.Ingress(AllTraffic, from: "10.0.0.0/24").NoEgressByDefault());
        var request = Request(protocol);
        dataplane.Send(Client, request, TimeSpan.Zero, TcpFlags.Syn);
        Assert.Equal(ConnectionState.New, dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(seconds - 1)));
        Assert.Null(dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(seconds)));

        // Forgotten, so that the answer is judged by rules, and there is none that lets it out.
        Assert.Equal(
            DropCode.EniSgRulesMismatch,
            dataplane.Send(Server, request.Reply(), TimeSpan.FromSeconds(seconds), TcpFlags.Syn | TcpFlags.Ack).Code);
    }

    [Fact]
    public void R_4_13_An_established_TCP_connection_lives_for_five_days()
    {
        var dataplane = Pair(server => server.Ingress(Tcp(443), from: "10.0.0.0/24").NoEgressByDefault());
        var request = Request(Protocol.Tcp);
        dataplane.Send(Client, request, TimeSpan.Zero, TcpFlags.Syn);
        dataplane.Send(Server, request.Reply(), TimeSpan.FromSeconds(1), TcpFlags.Syn | TcpFlags.Ack);
        var last = TimeSpan.FromSeconds(432_000);
        Assert.Equal(ConnectionState.Established, dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, last));
        Assert.Equal(Outcome.Delivered, dataplane.Send(Server, request.Reply(), last, TcpFlags.Ack).Outcome);
        Assert.Equal(
            DropCode.EniSgRulesMismatch,
            dataplane.Send(Server, request.Reply(), last + TimeSpan.FromSeconds(432_000), TcpFlags.Ack).Code);
    }

    [Fact]
    public void R_4_14_Behind_its_end_a_connection_is_judged_by_rules_again()
    {
        var dataplane = Pair(server => server.Ingress(Tcp(443), from: "10.0.0.0/24").NoEgressByDefault());
        var request = Request(Protocol.Tcp);
        dataplane.Send(Client, request, TimeSpan.Zero, TcpFlags.Syn);
        dataplane.Send(Server, request.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);
        dataplane.Send(Client, request, TimeSpan.Zero, TcpFlags.Fin | TcpFlags.Ack);
        Assert.Equal(Outcome.Delivered, dataplane.Send(Server, request.Reply(), TimeSpan.FromSeconds(59), TcpFlags.Ack).Outcome);
        Assert.Equal(DropCode.EniSgRulesMismatch, dataplane.Send(Server, request.Reply(), TimeSpan.FromSeconds(119), TcpFlags.Ack).Code);
        Assert.Equal(FlowAction.Reject, dataplane.Events[0].Action);
    }

    [Fact]
    public void R_4_13_UDP_of_more_than_one_exchange_lives_longer()
    {
        var dataplane = Pair(server => server.Ingress(Udp(443), from: "10.0.0.0/24").NoEgressByDefault());
        var request = Request(Protocol.Udp);
        dataplane.Send(Client, request, TimeSpan.Zero);
        dataplane.Send(Server, request.Reply(), TimeSpan.Zero);
        Assert.Null(dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(30)));
        dataplane.Send(Client, request, TimeSpan.FromSeconds(1));
        Assert.Equal(ConnectionState.Stream, dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(180)));
        Assert.Null(dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(181)));
    }

    [Fact]
    public void Timeouts_are_parameters()
    {
        var timeouts = new ConnectionTimeouts { UdpExchange = TimeSpan.FromSeconds(45) };
        var dataplane = Pair(
            server => server.Ingress(Udp(443), from: "10.0.0.0/24"), new DataplaneOptions { Connections = timeouts });
        var request = Request(Protocol.Udp);
        dataplane.Send(Client, request, TimeSpan.Zero);
        Assert.NotNull(dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(44)));
        Assert.Null(dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.FromSeconds(45)));
    }

    [Fact]
    public void R_4_10_Open_both_ways_is_not_tracked()
    {
        var request = Request(Protocol.Tcp);
        Assert.Null(StateBehindFirstPacket(server => server.Ingress(Tcp(443), from: AnyIpv4), request));
        Assert.Null(StateBehindFirstPacket(
            server => server.Ingress(Tcp(443), from: AnyIpv4).Egress(TcpRange(0, 65535), to: AnyIpv4), request));
    }

    [Fact]
    public void R_4_10_Whatever_is_narrower_is_tracked()
    {
        var request = Request(Protocol.Tcp);
        Assert.NotNull(StateBehindFirstPacket(server => server.Ingress(Tcp(443), from: "10.0.0.0/8"), request));
        Assert.NotNull(StateBehindFirstPacket(server => server.Ingress(Tcp(443), from: AnyIpv4).NoEgressByDefault(), request));
        Assert.NotNull(StateBehindFirstPacket(
            server => server.Ingress(Tcp(443), from: AnyIpv4).Egress(TcpRange(1024, 65535), to: AnyIpv4), request));
        Assert.NotNull(StateBehindFirstPacket(
            server => server.Ingress(Tcp(443), from: AnyIpv4).Egress(UdpRange(0, 65535), to: AnyIpv4), request));
    }

    [Fact]
    public void R_4_10_ICMP_is_always_tracked() =>
        Assert.NotNull(StateBehindFirstPacket(server => server.Ingress(Icmp, from: AnyIpv4), Request(Protocol.Icmp)));

    [Fact]
    public void R_4_11_What_goes_through_a_NAT_gateway_is_tracked()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.1.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var inner = vpc.Subnet("inner", "10.0.0.0/24", "a");
        inner.RouteTable("inner").Route("0.0.0.0/0", edge.NatGateway("nat"));
        inner.Instance("client", vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4)).PrivateIp("10.0.0.10");
        inner.Instance("server").PrivateIp("10.0.0.20");
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));
        var client = Enumerable.Range(0, compiled.Graph.Holders.Count).First(holder => compiled.Graph.Holders[holder].PrivateAddress == ClientAddress);
        var dataplane = new Dataplane(compiled);

        var outward = new Packet(ClientAddress, Ipv4Address.Parse("198.51.100.7"), Protocol.Tcp, 50000, 443);
        dataplane.Send(client, outward, TimeSpan.Zero, TcpFlags.Syn);
        Assert.NotNull(dataplane.ConnectionAt(client, FlowDirection.Egress, outward, TimeSpan.Zero));
        var inward = Request(Protocol.Tcp);
        dataplane.Send(client, inward, TimeSpan.Zero, TcpFlags.Syn);
        Assert.Null(dataplane.ConnectionAt(client, FlowDirection.Egress, inward, TimeSpan.Zero));
    }

    [Fact]
    public void R_4_9_Another_source_port_is_another_connection()
    {
        var dataplane = Pair(server => server.Ingress(Tcp(443), from: "10.0.0.0/24").NoEgressByDefault());
        var request = Request(Protocol.Tcp);
        dataplane.Send(Client, request, TimeSpan.Zero, TcpFlags.Syn);
        var other = (request with { SourcePort = 50001 }).Reply();
        Assert.Equal(DropCode.EniSgRulesMismatch, dataplane.Send(Server, other, TimeSpan.Zero, TcpFlags.Ack).Code);
    }

    [Fact]
    public void Time_never_runs_backwards()
    {
        var dataplane = Pair(server => server);
        dataplane.Send(Client, Request(Protocol.Tcp), TimeSpan.FromSeconds(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => dataplane.Send(Client, Request(Protocol.Tcp), TimeSpan.FromSeconds(1)));
    }

    static ConnectionState? StateBehindFirstPacket(Func<SecurityGroupBuilder, SecurityGroupBuilder> rules, Packet request)
    {
        var dataplane = Pair(rules);
        Assert.Equal(Outcome.Delivered, dataplane.Send(Client, request, TimeSpan.Zero, TcpFlags.Syn).Outcome);
        return dataplane.ConnectionAt(Server, FlowDirection.Ingress, request, TimeSpan.Zero);
    }

    static Packet Request(Protocol protocol) => new(
        ClientAddress,
        ServerAddress,
        protocol,
        protocol.HasPorts || protocol == Protocol.Icmp ? (ushort)50000 : (ushort)0,
        protocol.HasPorts ? (ushort)443 : (ushort)0);

    static Dataplane Pair(Func<SecurityGroupBuilder, SecurityGroupBuilder> rules, DataplaneOptions? options = null)
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        subnet.Instance("client", vpc.SecurityGroup("client")).PrivateIp("10.0.0.10");
        subnet.Instance("server", rules(vpc.SecurityGroup("server"))).PrivateIp("10.0.0.20");
        return new Dataplane(new CompiledNetwork(TopologyLowering.Lower(network.Build())), options);
    }
}
