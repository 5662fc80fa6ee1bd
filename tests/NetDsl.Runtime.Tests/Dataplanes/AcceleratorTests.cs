using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Runtime.Tests.Dataplanes;

/// <summary>Accelerators over time (interconnect, section 4).</summary>
public class AcceleratorTests
{
    static readonly Topology Topology = ExampleNetworks.Accelerated();
    static readonly Ipv4Address Client = Topology.InternetClients[1].Address;
    static readonly Ipv4Address Edge = Topology.Accelerators[0].Addresses[0];

    readonly Dataplane dataplane = new(new CompiledNetwork(TopologyLowering.Lower(Topology)));

    [Fact]
    [Trait("Rule", "I-4.3")]
    public void I_4_3_A_connection_stays_with_its_endpoint_until_it_was_idle_for_340_seconds()
    {
        var opener = new Packet(Client, Edge, Protocol.Tcp, 50000, 443);
        var opened = Send(opener, 0, TcpFlags.Syn);
        Assert.Equal((Outcome.Delivered, "tcp 8.8.8.8:50000 -> 10.1.0.4:8443"), (opened.Outcome, opened.Packet.ToString()));

        var reply = dataplane.Send(opened.Holder, opened.Packet.Reply(), TimeSpan.FromMilliseconds(1), TcpFlags.Syn | TcpFlags.Ack);
        Assert.Equal((Outcome.Exits, opener.Reply()), (reply.Outcome, reply.Packet));
        Assert.Equal(opened.Packet, Send(opener, 330, TcpFlags.Ack).Packet);
        Assert.Equal(opened.Packet, Send(opener, 669, TcpFlags.Ack).Packet);
        Assert.Equal(DropCode.GaIdleExpired, Send(opener, 669 + 341, TcpFlags.Ack).Code);
    }

    [Fact]
    [Trait("Rule", "I-4.3")]
    public void I_4_3_A_flow_of_UDP_is_forgotten_after_30_seconds()
    {
        var opener = new Packet(Client, Edge, Protocol.Udp, 50000, 5005);
        var opened = Send(opener, 0);
        Assert.Equal(Outcome.Delivered, opened.Outcome);
        Assert.Equal(Outcome.Exits, dataplane.Send(opened.Holder, opened.Packet.Reply(), TimeSpan.FromSeconds(29)).Outcome);

        // Whoever answers later has no way back: the subnet of the host has no route to the internet.
        Assert.Equal(DropCode.NoRouteToDestination, dataplane.Send(opened.Holder, opened.Packet.Reply(), TimeSpan.FromSeconds(60)).Code);
    }

    [Fact]
    [Trait("Rule", "R-4.11")]
    public void R_4_11_Connections_through_an_accelerator_are_always_tracked()
    {
        var opener = new Packet(Client, Edge, Protocol.Tcp, 50001, 443);
        var opened = Send(opener, 0, TcpFlags.Syn);

        // Its group is open to everything both ways, for which others are not tracked.
        Assert.NotNull(dataplane.ConnectionAt(opened.Holder, FlowDirection.Ingress, opened.Packet, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void I_4_7_Flows_that_do_not_show_the_client_have_ports_of_the_accelerator()
    {
        var network = new NetworkBuilder("Relayed");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("v", "10.0.0.0/16");
        var front = vpc.Subnet("front", "10.0.0.0/24", "a");
        front.RouteTable("front").Route(Traffic.AnyIpv4, vpc.InternetGateway("igw"));
        var address = region.ElasticIp("relay");
        front.Instance("relay", vpc.SecurityGroup("open").Ingress(Traffic.AllTraffic, from: Traffic.AnyIpv4)).ElasticIp(address);
        network.Accelerator("edge").Listener(Traffic.Tcp(443)).EndpointGroup(region).Endpoint(address);
        var topology = network.Build();
        var relayed = new Dataplane(new CompiledNetwork(TopologyLowering.Lower(topology)));
        var edge = topology.Accelerators[0].Addresses[0];

        var sent = Enumerable.Range(0, 3).Select(flow => relayed.Send(
            CompiledNetwork.Internet, new Packet(Client, edge, Protocol.Tcp, (ushort)(50000 + flow), 443), TimeSpan.FromSeconds(flow), TcpFlags.Syn)).ToList();

        Assert.Equal([1024, 1025, 1026], sent.Select(decision => decision.Packet.SourcePort));
        Assert.All(sent, decision => Assert.Equal(edge, decision.Packet.Source));
        var back = relayed.Send(sent[1].Holder, sent[1].Packet.Reply(), TimeSpan.FromSeconds(9), TcpFlags.Syn | TcpFlags.Ack);
        Assert.Equal($"tcp {edge}:443 -> {Client}:50001", back.Packet.ToString());
    }

    Decision Send(Packet packet, int second, TcpFlags flags = TcpFlags.None) =>
        dataplane.Send(CompiledNetwork.Internet, packet, TimeSpan.FromSeconds(second), flags);
}
