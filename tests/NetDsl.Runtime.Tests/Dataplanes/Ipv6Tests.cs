using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Runtime.Tests.Dataplanes;

public class Ipv6Tests
{
    static readonly IpAddress Host = IpAddress.Parse("2001:db8:ffff::9");
    static readonly IpAddress App = IpAddress.Parse("3fff:a00::4");
    static readonly ForwardingGraph Graph = TopologyLowering.Lower(Network());

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void R_1_20_An_egress_only_gateway_remembers_what_it_let_out_for_a_while()
    {
        var (dataplane, app) = Dataplane();
        var sent = new Packet(App, Host, Protocol.Udp, 50000, 53);

        Assert.Equal(DropCode.EigwUnsolicited, dataplane.Send(CompiledNetwork.Internet, sent.Reply(), TimeSpan.Zero).Code);
        Assert.Equal(Outcome.Exits, dataplane.Send(app, sent, TimeSpan.FromSeconds(1)).Outcome);
        Assert.Equal(Outcome.Delivered, dataplane.Send(CompiledNetwork.Internet, sent.Reply(), TimeSpan.FromSeconds(2)).Outcome);
        Assert.Equal(DropCode.EigwUnsolicited, dataplane.Send(CompiledNetwork.Internet, sent.Reply(), TimeSpan.FromHours(1)).Code);
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_Nat64_gives_each_flow_a_port_and_restores_its_replies()
    {
        var (dataplane, app) = Dataplane();
        var server = Ipv4Address.Parse("198.51.100.9");
        var one = dataplane.Send(app, new Packet(App, Nat64.Of(server), Protocol.Tcp, 50000, 443), TimeSpan.Zero);
        var two = dataplane.Send(app, new Packet(App, Nat64.Of(server), Protocol.Tcp, 50001, 443), TimeSpan.Zero);

        Assert.Equal("tcp 203.0.113.9:1024 -> 198.51.100.9:443", one.Packet.ToString());
        Assert.Equal("tcp 203.0.113.9:1025 -> 198.51.100.9:443", two.Packet.ToString());

        var reply = dataplane.Send(CompiledNetwork.Internet, two.Packet.Reply(), TimeSpan.FromSeconds(1));
        Assert.Equal(Outcome.Delivered, reply.Outcome);
        Assert.Equal("tcp [64:ff9b::c633:6409]:443 -> [3fff:a00::4]:50001", reply.Packet.ToString());
    }

    [Fact]
    public void The_text_of_a_graph_keeps_ipv6() => Assert.Equal(Graph, ForwardingGraphText.Read(ForwardingGraphText.Write(Graph)));

    static (Dataplane Dataplane, int App) Dataplane()
    {
        var compiled = new CompiledNetwork(Graph);
        return (new Dataplane(compiled, new DataplaneOptions()), compiled.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/v/app")));
    }

    static Topology Network()
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("v", "10.0.0.0/16").AmazonIpv6Cidr();
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat").ElasticIp(region.ElasticIp("nat", "203.0.113.9"));
        var six = vpc.Ipv6OnlySubnet("six", "a").Dns64();
        six.RouteTable("six").Route("::/0", vpc.EgressOnlyInternetGateway("eigw")).Route("64:ff9b::/96", nat);
        six.Instance("app");
        return network.Build();
    }
}
