using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>What drops say of tunnels of Connect peers that do not work.</summary>
public class ConnectTunnelTests
{
    [Theory]
    [InlineData("router", "its router is down")]
    [InlineData("transport", "attachment 'edge', which transports it, is modifying")]
    [InlineData("zone", "attachment 'edge' has no subnet in zone us-east-1b, where 'router' is")]
    [InlineData("group", "no security group of 'router' admits GRE, protocol 47, from 10.255.0.1")]
    [InlineData("back", "route table 'main' of subnet 'routers' has no route to 10.255.0.1 by transit gateway 'tgw'")]
    [InlineData("in", "network ACL 'closed' lets no GRE from 10.255.0.1 into subnet 'routers'")]
    [InlineData("out", "network ACL 'closed' lets no GRE out of subnet 'routers' to 10.255.0.1")]
    [InlineData("landing out", "network ACL 'closed' lets no GRE out of subnet 'landing' to 10.1.1.4")]
    [InlineData("landing in", "network ACL 'closed' lets no GRE from 10.1.1.4 into subnet 'landing'")]
    [InlineData("detour", "route table 'detour' of subnet 'landing' does not lead to 10.1.1.4 by its local route")]
    public void A_drop_says_why_a_tunnel_is_down(string fault, string because)
    {
        var texts = Drops(fault).Where(end => end.Code == DropCode.TgwRtbNoRouteToTgwAttachment).Select(end => end.Text).Distinct().ToList();

        Assert.Contains($"route table 'all' of transit gateway 'tgw' has no route to the destination; propagate its attachment or add a static route; the tunnel of Connect peer 'p' is down, because {because}", texts);
    }

    [Fact]
    public void A_site_is_told_too() =>
        Assert.Contains(Drops("router"), end => end.Code == DropCode.NoRouteToDestination && end.Text.EndsWith("; the tunnel of Connect peer 'p' is down, because its router is down", StringComparison.Ordinal));

    [Fact]
    public void A_graph_with_Connect_peers_survives_its_text()
    {
        var graph = TopologyLowering.Lower(Network(""));

        Assert.Equal(graph, ForwardingGraphText.Read(ForwardingGraphText.Write(graph)));
    }

    static IEnumerable<DropEnd> Drops(string fault) => TopologyLowering.Lower(Network(fault)).Programs.Select(program => program.End).OfType<DropEnd>();

    static Topology Network(string fault)
    {
        var network = new NetworkBuilder("n");
        var region = network.Region("us-east-1");
        var gateway = region.TransitGateway("tgw", defaultRouteTable: false).CidrBlock("10.255.0.0/24");
        var vpc = region.Vpc("v", "10.0.0.0/16");
        var app = vpc.Subnet("app", "10.0.1.0/24", "a");
        app.Instance("app", vpc.DefaultSecurityGroup);
        vpc.MainRouteTable.Route("192.168.0.0/16", gateway);

        var edge = region.Vpc("edge", "10.1.0.0/16");
        var landing = edge.Subnet("landing", "10.1.0.0/28", "a");
        var routers = edge.Subnet("routers", "10.1.1.0/24", fault == "zone" ? "b" : "a");
        var group = edge.SecurityGroup("gre");
        _ = fault == "group" ? group : group.Ingress(IpProtocol(47), from: "10.255.0.0/24");
        var router = routers.Instance("router", group).PrivateIp("10.1.1.4").ForwardsTraffic().SourceDestinationCheck(false);
        _ = fault == "back" ? edge.MainRouteTable : edge.MainRouteTable.Route("10.255.0.0/24", gateway);

        var table = gateway.RouteTable("all");
        var transport = gateway.Attach("edge", landing);
        var connect = gateway.AttachConnect("connect", transport);
        table.Associate(gateway.Attach("v", app)).Associate(transport).Associate(connect).Propagate(connect);
        var site = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        site.Host("host", "192.168.1.10");
        var peer = connect.Peer("p", site, router, "169.254.10.0/29", 65001);
        var closed = edge.NetworkAcl("closed");
        _ = fault.EndsWith("out", StringComparison.Ordinal) ? closed.AllowInbound(100, AllTraffic, AnyIpv4) : closed.AllowOutbound(100, AllTraffic, AnyIpv4);
        switch (fault)
        {
            case "router":
                peer.Down();
                break;
            case "transport":
                transport.InState(TransitGatewayAttachmentState.Modifying);
                break;
            case "in" or "out":
                routers.Associate(closed);
                break;
            case "landing in" or "landing out":
                landing.Associate(closed);
                break;
            case "detour":
                landing.RouteTable("detour").Route("10.1.1.0/24", router);
                break;
        }

        return network.Build();
    }
}
