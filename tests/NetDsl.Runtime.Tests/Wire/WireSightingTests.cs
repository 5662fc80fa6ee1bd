using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime.Wire;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Wire;

public class WireSightingTests
{
    readonly RecordingTap tap = new();
    CompiledNetwork network = new(TopologyLowering.Lower(ExampleNetworks.Shop()));

    [Theory]
    [InlineData("169.254.169.253", 53)]
    [InlineData("10.0.0.2", 53)]
    [InlineData("169.254.169.254", 80)]
    public void A_service_of_the_host_is_seen_at_the_interface_and_nowhere_else(string address, ushort port)
    {
        var (dataplane, web) = (Started(), Instance("shop/web-a"));
        var query = new Packet(network.Graph.Holders[web].PrivateAddress, IpAddress.Parse(address), Protocol.Udp, 40000, port);
        var request = dataplane.Send(web, query, TimeSpan.Zero);
        Assert.Equal((Outcome.Delivered, web), (request.Outcome, request.Holder));
        AssertAtInterface(query, isOutbound: true);

        var answer = dataplane.Answer(request.Holder, dataplane.Service, query.Reply(), TimeSpan.Zero);
        Assert.Equal((Outcome.Delivered, web, query.Reply()), (answer.Outcome, answer.Holder, answer.Packet));
        AssertAtInterface(query.Reply(), isOutbound: false);

        //
        Assert.Equal(0, dataplane.Events.Length);
        Assert.Null(dataplane.Service);

        void AssertAtInterface(Packet packet, bool isOutbound)
        {
            var seen = Assert.Single(tap.Seen);
            Assert.Equal((WireKind.Interface, network.Graph.Nodes[network.Graph.Holders[web].Node], isOutbound, packet), (seen.Kind, seen.Element, seen.IsOutbound, seen.Packet));
            Assert.NotEmpty(new WireFrames(network.Graph).Of(seen));
        }
    }

    [Fact]
    public void The_answer_of_a_service_behind_a_gateway_endpoint_is_seen_on_its_way()
    {
        var builder = new NetworkBuilder("Endpoint");
        var region = builder.Region("us-east-1");
        var vpc = region.Vpc("vpc", "10.0.0.0/16");
        var subnet = vpc.Subnet("apps", "10.0.0.0/24", "a");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(subnet.RouteTable("apps"));
        subnet.Instance("app", vpc.SecurityGroup("app"));
        network = new CompiledNetwork(TopologyLowering.Lower(builder.Build()));
        var dataplane = Started();
        var (sender, opening) = network.Opening(
            Endpoint.Of(new ElementId(ElementKind.Instance, "us-east-1/vpc/app")), Endpoint.Of(new ElementId(ElementKind.PublicService, "us-east-1/s3")), Tcp(443));

        var request = dataplane.Send(sender, opening, TimeSpan.Zero, TcpFlags.Syn);
        Assert.Equal([WireKind.Interface, WireKind.Substrate], tap.Seen.Select(seen => seen.Kind));
        dataplane.Answer(request.Holder, dataplane.Service, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);
        Assert.Equal([WireKind.Substrate, WireKind.Interface], tap.Seen.Select(seen => seen.Kind));

        // From the machine of the service to that of the interface.
        Assert.Equal("us-east-1/s3", tap.Seen[0].Entrance?.Path);
        var frame = new WireFrames(network.Graph).Of(tap.Seen[0]);
        Assert.NotEqual(frame[26..30], frame[30..34]);
    }

    [Fact]
    public void What_a_node_that_keeps_flows_sends_carries_the_handle_of_the_flow()
    {
        var (dataplane, database) = (Started(), Instance("shop/db-a"));
        var first = Flow(40000);
        var second = Flow(40001);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Flow(40000));

        ulong Flow(ushort port)
        {
            var opening = new Packet(network.Graph.Holders[database].PrivateAddress, IpAddress.Parse("198.51.100.7"), Protocol.Tcp, port, 443);
            var request = dataplane.Send(database, opening, TimeSpan.Zero, TcpFlags.Syn);
            var own = tap.Seen.Where(seen => seen.Packet == opening).ToList();
            Assert.NotEmpty(own);
            Assert.All(own, seen => Assert.Null(seen.FlowCookie));
            var cookies = tap.Seen.Except(own).Where(seen => seen.Kind == WireKind.Substrate).Select(seen => seen.FlowCookie).Distinct();
            var cookie = Assert.NotNull(Assert.Single(cookies));
            dataplane.Answer(CompiledNetwork.Internet, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);
            Assert.Equal([null, cookie], tap.Seen.Where(seen => seen.Kind == WireKind.Substrate).Select(seen => seen.FlowCookie));
            return cookie;
        }
    }

    [Fact]
    public void All_wires_of_a_packet_show_one_number()
    {
        var (dataplane, web) = (Started(), Instance("shop/web-a"));
        var opening = new Packet(network.Graph.Holders[web].PrivateAddress, IpAddress.Parse("198.51.100.7"), Protocol.Tcp, 40000, 443);
        for (var number = 1UL; number <= 3; number++)
        {
            dataplane.Send(web, opening, TimeSpan.Zero, TcpFlags.Syn);
            Assert.True(tap.Seen.Count > 2);
            Assert.All(tap.Seen, seen => Assert.Equal(number, seen.TraceId));
            Assert.All(tap.Seen.Where(seen => seen.Kind == WireKind.Substrate), seen => Assert.Equal(number, new WireFrames(network.Graph).Encapsulation(seen).TraceId));
        }
    }

    [Fact]
    public void Senders_with_the_same_groups_have_the_same_tag()
    {
        var frames = new WireFrames(network.Graph);
        var (web, database, nat) = (TagOf(Instance("shop/web-a")), TagOf(Instance("shop/db-a")), TagOf(network.HolderOf(new ElementId(ElementKind.NatGateway, "us-east-1/shop/nat-a"))));
        Assert.NotNull(web);
        Assert.NotNull(database);
        Assert.NotEqual(web, database);
        Assert.Equal(web, TagOf(Instance("shop/web-b")));
        Assert.Null(nat);

        uint? TagOf(int holder) => frames.Encapsulation(new WireSighting(WireKind.Substrate, GraphNode.Internet, holder, -1, WireHop.Edge, IsOutbound: true, default)).GroupTag;
    }

    [Fact]
    public void Groups_that_only_references_tell_apart_have_tags_of_their_own()
    {
        var builder = new NetworkBuilder("Tags");
        var vpc = builder.Region("us-east-1").Vpc("vpc", "10.0.0.0/16");
        var subnet = vpc.Subnet("apps", "10.0.0.0/24", "a");
        var (one, other) = (vpc.SecurityGroup("one"), vpc.SecurityGroup("other"));
        subnet.Instance("a", one);
        subnet.Instance("b", other);
        subnet.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(80), from: one));
        network = new CompiledNetwork(TopologyLowering.Lower(builder.Build()));
        var frames = new WireFrames(network.Graph);
        var tags = new[] { "vpc/a", "vpc/b", "vpc/server" }.Select(name => frames.Encapsulation(new WireSighting(WireKind.Substrate, GraphNode.Internet, Instance(name), -1, WireHop.Edge, IsOutbound: true, default)).GroupTag);
        Assert.Equal(3, tags.Distinct().Count(tag => tag is not null));
    }

    Dataplane Started() => new(network) { Tap = tap };

    int Instance(string name) => network.HolderOf(new ElementId(ElementKind.Instance, $"us-east-1/{name}"));
}
