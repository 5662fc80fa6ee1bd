using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

public class RepliesFindNoWayTests
{
    [Fact]
    public void A_peering_that_one_side_routes_is_told() => Assert.Equal(
        ["ND2012: TCP from network interface 'app' to network interface 'db' (10.0.0.4 → 10.1.0.4, port 5432) arrives, and its reply is dropped at the main route table of VPC 'b': route table 'main' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there (NO_ROUTE_TO_DESTINATION)."],
        Checked.Messages(network => Peers(network)));

    [Fact]
    public void A_peering_that_both_sides_route_is_not_told() => Assert.Empty(Checked.Messages(network => Peers(network, isRoutedBack: true)));

    [Fact]
    public void What_groups_do_not_let_begin_is_not_told() => Assert.Empty(Checked.Messages(network => Peers(network, from: "10.9.0.0/16")));

    [Fact]
    public void A_transit_gateway_that_does_not_know_the_sender_is_told() => Assert.Equal(
        ["ND2012: TCP from network interface 'app' to network interface 'db' (10.0.0.4 → 10.1.0.4, port 5432) arrives, and its reply is dropped at transit gateway route table 'data': route table 'data' of transit gateway 'hub' has no route to the destination; propagate its attachment or add a static route (TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)."],
        Checked.Messages(network => Spokes(network)));

    [Fact]
    public void A_transit_gateway_that_knows_both_is_not_told() => Assert.Empty(Checked.Messages(network => Spokes(network, knowsBoth: true)));

    [Fact]
    public void A_public_address_without_a_way_out_is_told_at_its_host() => Assert.Equal(
        ["ND2012: TCP from the internet to network interface 'web' (198.51.100.7 → 203.0.113.1, port 443) arrives, and its reply is dropped at the main route table of VPC 'shop': route table 'main' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there (NO_ROUTE_TO_DESTINATION)."],
        Checked.Messages(network => Web(network, isRouted: false)));

    [Fact]
    public void A_public_address_with_a_way_out_is_not_told() => Assert.Empty(Checked.Messages(network => Web(network, isRouted: true)));

    [Fact]
    public void Who_is_behind_an_accelerator_needs_no_route() => Assert.Empty(Checked.Messages(network =>
    {
        var web = Web(network, isRouted: false);
        network.Accelerator("front").Listener(Tcp(443)).EndpointGroup(network.Region("us-east-1")).Endpoint(web);
    }));

    [Fact]
    public void A_reply_past_a_stateful_host_is_told() => Assert.Contains(
        "its reply takes another way than past the stateful hosts that saw it begin; route both ways through them (STATEFUL_APPLIANCE_ASYMMETRY)",
        Assert.Single(Checked.Messages(network => Firewall(network, isRoutedBack: false))),
        StringComparison.Ordinal);

    [Fact]
    public void A_reply_through_the_stateful_host_is_not_told() => Assert.Empty(Checked.Messages(network => Firewall(network, isRoutedBack: true)));

    static void Peers(NetworkBuilder network, bool isRoutedBack = false, string from = "10.0.0.0/16")
    {
        var region = network.Region("us-east-1");
        var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
        var peering = network.Peer("a-b", a, b);
        a.MainRouteTable.Route("10.1.0.0/16", peering);
        if (isRoutedBack)
        {
            b.MainRouteTable.Route("10.0.0.0/16", peering);
        }

        a.Subnet("app", "10.0.0.0/24", "a").Instance("app");
        b.Subnet("data", "10.1.0.0/24", "a").Instance("db", b.SecurityGroup("db").Ingress(Tcp(5432), from: from));
    }

    static void Spokes(NetworkBuilder network, bool knowsBoth = false)
    {
        var region = network.Region("us-east-1");
        var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
        var (app, data) = (a.Subnet("app", "10.0.0.0/24", "a"), b.Subnet("data", "10.1.0.0/24", "a"));
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        a.MainRouteTable.Route("10.1.0.0/16", hub);
        b.MainRouteTable.Route("10.0.0.0/16", hub);
        var (toA, toB) = (hub.Attach("a", app), hub.Attach("b", data));
        hub.RouteTable("app").Associate(toA).Propagate(toB);
        var back = hub.RouteTable("data").Associate(toB);
        if (knowsBoth)
        {
            back.Propagate(toA);
        }

        app.Instance("app");
        data.Instance("db", b.SecurityGroup("db").Ingress(Tcp(5432), from: "10.0.0.0/16"));
    }

    static InstanceBuilder Web(NetworkBuilder network, bool isRouted)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        if (isRouted)
        {
            vpc.MainRouteTable.Route("0.0.0.0/0", internet);
        }

        return vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("web", vpc.SecurityGroup("web").NoEgressByDefault().Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
    }

    static void Firewall(NetworkBuilder network, bool isRoutedBack)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var any = vpc.SecurityGroup("any").Ingress(AllTraffic, from: AnyIpv4);
        var firewall = vpc.Subnet("middle", "10.0.2.0/24", "a").Instance("fw", any).SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
        var (app, data) = (vpc.Subnet("app", "10.0.0.0/24", "a"), vpc.Subnet("data", "10.0.1.0/24", "a"));
        app.RouteTable("app").Route("10.0.1.0/24", firewall);
        if (isRoutedBack)
        {
            data.RouteTable("data").Route("10.0.0.0/24", firewall);
        }

        app.Instance("web", vpc.SecurityGroup("web"));
        data.Instance("db", vpc.SecurityGroup("db").NoEgressByDefault().Ingress(Tcp(5432), from: "10.0.0.0/24"));
    }
}
