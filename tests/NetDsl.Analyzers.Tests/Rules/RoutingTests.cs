namespace NetDsl.Analyzers.Tests.Rules;

public class RoutingTests
{
    [Fact]
    public void Overlapping_blocks_of_peers_are_underlined_at_the_later_block() => Squiggles.One(
        "ND2001",
        "Block 100.64.8.0/21 of VPC 'shared' overlaps 100.64.0.0/16 of VPC 'shop', and peering connection 'shop-shared' joins the two; peered VPCs cannot share addresses, the next free block of its size is 100.65.0.0/21.",
        """
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16").SecondaryCidr({0|"100.64.0.0/16"|});
        var shared = region.Vpc("shared", "10.1.0.0/16").SecondaryCidr([|"100.64.8.0/21"|]);
        network.Peer({1|"shop-shared"|}, shop, shared);
        """);

    [Fact]
    public void A_route_beyond_the_peer_is_underlined_at_its_destination() => Squiggles.One(
        "ND2002",
        "The main route table of VPC 'a' sends 10.2.0.0/16 to peering connection 'a-b', which reaches 10.1.0.0/16 of VPC 'b' and nothing beyond; peering is not transitive, peer VPC 'a' with VPC 'c' directly, or join them by a transit gateway.",
        """
        var region = network.Region("us-east-1");
        var a = region.Vpc("a", "10.0.0.0/16");
        var b = region.Vpc("b", "10.1.0.0/16");
        var c = region.Vpc({1|"c"|}, "10.2.0.0/16");
        var peering = network.Peer({0|"a-b"|}, a, b);
        a.MainRouteTable.Route("10.1.0.0/16", peering).Route([|"10.2.0.0/16"|], peering);
        """);

    [Fact]
    public void A_subnet_without_a_way_out_is_underlined_where_it_is_needed() => Squiggles.One(
        "ND2003",
        "Subnet 'data' needs the internet, but route table 'data' of VPC 'shop' has no route there; route 0.0.0.0/0 to NAT gateway 'nat' of the same zone us-east-1a.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway({1|"nat"|});
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").[|NeedsInternet()|];
        data.RouteTable({0|"data"|});
        """);

    [Fact]
    public void A_route_whose_replies_find_no_way_is_underlined_at_its_destination() => Squiggles.One(
        "ND2012",
        "TCP from network interface 'app' to network interface 'db' (10.0.0.4 → 10.1.0.4, port 5432) arrives, and its reply is dropped at the main route table of VPC 'b': route table 'main' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there (NO_ROUTE_TO_DESTINATION).",
        """
        var region = network.Region("us-east-1");
        var a = region.Vpc("a", "10.0.0.0/16");
        var b = region.Vpc({0|"b"|}, "10.1.0.0/16");
        a.MainRouteTable.Route([|"10.1.0.0/16"|], network.Peer("a-b", a, b));
        a.Subnet("app", "10.0.0.0/24", "a").Instance("app");
        b.Subnet("data", "10.1.0.0/24", "a").Instance({1|"db"|}, b.SecurityGroup("db").Ingress(Tcp(5432), from: "10.0.0.0/16"));
        """);

    [Fact]
    public void A_nat_gateway_that_cannot_work_is_underlined_at_its_name() => Squiggles.One(
        "ND2004",
        "NAT gateway 'nat' cannot reach the internet: route table 'edge' of VPC 'shop', which its subnet 'edge' uses, sends 0.0.0.0/0 back to it; route 0.0.0.0/0 to internet gateway 'igw' there.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var edge = vpc.Subnet({0|"edge"|}, "10.0.0.0/24", "a");
        var nat = edge.NatGateway([|"nat"|]);
        edge.RouteTable({1|"edge"|}).{2|Route("0.0.0.0/0", nat)|};
        """);

    [Fact]
    public void A_host_that_forwards_nothing_is_underlined_at_the_target() => Squiggles.One(
        "ND2010",
        "The main route table of VPC 'shop' sends 0.0.0.0/0 to network interface 'nat', whose source/destination check drops what is not for it; switch it off with SourceDestinationCheck(false).",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var nat = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance({0|"nat"|}).PublicIp().TranslatesSources();
        vpc.MainRouteTable.Route("0.0.0.0/0", [|nat|]);
        """);

    [Fact]
    public void Prefix_lists_that_compete_are_underlined_at_the_second() => Squiggles.One(
        "ND2011",
        "The main route table of VPC 'shop' leads 10.1.0.0/16 to transit gateway 'one' by prefix list 'a' and to transit gateway 'two' by prefix list 'b'; the vendor takes one of them at random, add a route to 10.1.0.0/16 itself, or take the entry out of one list.",
        """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var (one, two) = (region.TransitGateway("one"), region.TransitGateway("two"));
        one.Attach("shop", subnet);
        two.Attach("shop", subnet);
        var (a, b) = (region.PrefixList("a", 4).Entry("10.1.0.0/16"), region.PrefixList("b", 4).Entry("10.1.0.0/16"));
        vpc.MainRouteTable.Route({0|a|}, one).Route([|b|], two);
        """);

    [Fact]
    public void Prefix_lists_that_compete_in_a_transit_gateway_are_underlined_at_the_second() => Squiggles.One(
        "ND2011",
        "Transit gateway route table 'rt' leads 10.1.0.0/16 to transit gateway attachment 'shop' by prefix list 'a' and to nowhere by prefix list 'b'; the vendor leaves open which it takes, add a route to 10.1.0.0/16 itself, or take the entry out of one list.",
        """
        var region = network.Region("us-east-1");
        var gateway = region.TransitGateway("gateway", defaultRouteTable: false);
        var shop = gateway.Attach("shop", region.Vpc("shop", "10.0.0.0/16").Subnet("s", "10.0.0.0/24", "a"));
        var (a, b) = (region.PrefixList("a", 4).Entry("10.1.0.0/16"), region.PrefixList("b", 4).Entry("10.1.0.0/16"));
        gateway.RouteTable("rt").Associate(shop).Route({0|a|}, shop).Blackhole([|b|]);
        """);

    [Fact]
    public void A_gateway_that_is_not_attached_is_underlined_at_the_target() => Squiggles.One(
        "ND2005",
        "The main route table of VPC 'shop' sends 0.0.0.0/0 to internet gateway 'igw', which is attached to no VPC; attach it to VPC 'shop' with AttachTo.",
        """
        var region = network.Region("us-east-1");
        var internet = region.InternetGateway({0|"igw"|});
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.MainRouteTable.Route("0.0.0.0/0", [|internet|]);
        """);

    [Fact]
    public void A_peering_that_nobody_accepts_is_underlined_at_its_name() => Squiggles.One(
        "ND2006",
        "Peering connection 'a-b' joins VPC 'a' and VPC 'b' across regions, and nobody accepts it; add AcceptedBy with account 'default', the owner of VPC 'b'.",
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc({0|"b"|}, "10.1.0.0/16");
        network.Peer([|"a-b"|], a, b);
        """);

    [Fact]
    public void Peers_with_exact_routes_are_not_underlined() => Squiggles.None(
        """
        var region = network.Region("us-east-1");
        var a = region.Vpc("a", "10.0.0.0/16");
        var b = region.Vpc("b", "10.1.0.0/16");
        var peering = network.Peer("a-b", a, b);
        a.MainRouteTable.Route(b.Cidr, peering);
        b.MainRouteTable.Route("10.0.7.0/24", peering);
        """);
}
