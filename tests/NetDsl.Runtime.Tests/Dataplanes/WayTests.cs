using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Dataplanes;

public class WayTests
{
    [Fact]
    public void A_packet_tells_its_programs_and_whom_it_came_to()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var dataplane = new Dataplane(network);
        var database = network.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/shop/db-b"));
        var nat = network.HolderOf(new ElementId(ElementKind.NatGateway, "us-east-1/shop/nat-b"));
        var opening = new Packet(network.Graph.Holders[database].PrivateAddress, IpAddress.Parse("198.51.100.7"), Protocol.Tcp, 40000, 443);

        var request = dataplane.Send(database, opening, TimeSpan.Zero, TcpFlags.Syn);
        Assert.Equal([(WayPartKind.Holder, database), (WayPartKind.Program, -1)], Parts(dataplane));
        Assert.Contains(network.Graph.Programs[dataplane.Way[1].Index].Steps, step => step is NatGatewayStep);

        dataplane.Answer(CompiledNetwork.Internet, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);
        Assert.Equal(
            [(WayPartKind.Source, network.Graph.Sources.Count - 1), (WayPartKind.Program, -1), (WayPartKind.Holder, nat), (WayPartKind.Program, -1), (WayPartKind.Holder, database)],
            Parts(dataplane));
    }

    [Fact]
    public void A_dropped_packet_tells_how_far_it_came()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var dataplane = new Dataplane(network);
        var (sender, opening) = network.Opening(Endpoint.Internet, Endpoint.Of(new ElementId(ElementKind.Instance, "us-east-1/shop/web-a")), Tcp(22));

        Assert.Equal(DropCode.EniSgRulesMismatch, dataplane.Send(sender, opening, TimeSpan.Zero, TcpFlags.Syn).Code);

        var way = dataplane.Way;
        Assert.Equal(new WayPart(WayPartKind.Holder, network.HolderOf(new ElementId(ElementKind.Instance, "us-east-1/shop/web-a"))), way[^2]);
        Assert.Equal(new WayPart(WayPartKind.Drop, network.Graph.Programs[way[1].Index].Steps.Count), way[^1]);
    }

    [Fact]
    public void A_service_behind_a_gateway_endpoint_answers_by_it()
    {
        var builder = new NetworkBuilder("Endpoint");
        var region = builder.Region("us-east-1");
        var vpc = region.Vpc("vpc", "10.0.0.0/16");
        var subnet = vpc.Subnet("apps", "10.0.0.0/24", "a");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(subnet.RouteTable("apps"));
        subnet.Instance("app", vpc.SecurityGroup("app"));
        var network = new CompiledNetwork(TopologyLowering.Lower(builder.Build()));
        var dataplane = new Dataplane(network);
        var (sender, opening) = network.Opening(
            Endpoint.Of(new ElementId(ElementKind.Instance, "us-east-1/vpc/app")), Endpoint.Of(new ElementId(ElementKind.PublicService, "us-east-1/s3")), Tcp(443));

        var request = dataplane.Send(sender, opening, TimeSpan.Zero, TcpFlags.Syn);
        var service = Assert.IsType<ServiceEnd>(network.Graph.Programs[dataplane.Way[^1].Index].End);
        var reply = dataplane.Answer(service, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);

        Assert.Equal((Outcome.Delivered, sender), (reply.Outcome, reply.Holder));
        Assert.Equal(new WayPart(WayPartKind.Source, service.ReplySource), dataplane.Way[0]);
    }

    /// <summary>The way; programs without their numbers.</summary>
    static IEnumerable<(WayPartKind Kind, int Index)> Parts(Dataplane dataplane) =>
        dataplane.Way.ToArray().Select(part => (part.Kind, part.Kind == WayPartKind.Program ? -1 : part.Index));
}
