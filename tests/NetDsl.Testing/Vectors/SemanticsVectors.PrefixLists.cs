using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    [Fact]
    [Trait("Vector", "foundation 1.5")]
    [Trait("Rule", "R-1.9")]
    [Trait("Rule", "R-1.10")]
    public void R_1_9_A_static_route_beats_an_entry_of_a_prefix_list()
    {
        var it = new LookupNetwork();
        var list = it.Vpc.Region.PrefixList("pl-a", 5).Entry("172.31.0.0/16");
        it.Table.Route(list, it.Gateway).Route("172.31.0.0/16", it.Peering);

        AssertReachable(Ask(it.Network, it.Host, it.PeerHost, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.9")]
    [Trait("Vector", "foundation 1.6")]
    public void R_1_9_An_entry_of_a_prefix_list_beats_a_propagated_route()
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("paris", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);
        AssertReachable(Ask(it.Network, it.App, it.Host, Tcp(443)));

        it.Vpc.MainRouteTable.Route(it.Region.PrefixList("pl-a", 5).Entry("192.168.0.0/16"), it.Region.TransitGateway("tgw"));

        Assert.Equal("", Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "virtual-private-gateway"));
    }

    [Fact]
    [Trait("Rule", "R-1.9")]
    public void R_1_9_A_prefix_list_contributes_each_of_its_entries_and_the_longest_wins()
    {
        var it = new LookupNetwork();
        var list = it.Vpc.Region.PrefixList("pl-a", 5);
        it.Table.Route(list, it.Peering).Route("172.31.0.0/16", it.Gateway);
        list.Entry("192.0.2.0/24").Entry("172.31.5.0/24");

        var trace = Ask(it.Network, it.Host, it.PeerHost, Tcp(443));

        AssertReachable(trace);
    }

    [Fact]
    [Trait("Rule", "R-1.9")]
    public void R_1_9_Of_two_lists_with_one_entry_the_first_by_name_is_taken()
    {
        var it = new LookupNetwork();
        var region = it.Vpc.Region;
        it.Table.Route(region.PrefixList("pl-b", 5).Entry("172.31.0.0/16"), it.Gateway)
            .Route(region.PrefixList("pl-a", 5).Entry("172.31.0.0/16"), it.Peering);

        AssertReachable(Ask(it.Network, it.Host, it.PeerHost, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.10")]
    public void R_1_10_A_rule_of_a_group_follows_the_entries_of_its_list()
    {
        var it = new LookupNetwork();
        it.Table.Route("172.31.0.0/16", it.Peering);
        var list = it.Vpc.Region.PrefixList("clients", 5).Entry("10.0.9.0/24");
        var server = it.Peer.Subnet("guarded", "172.31.6.0/24", "a").Instance("guarded", it.Peer.SecurityGroup("guarded").Ingress(Tcp(443), from: list));

        AssertForwardBlocked("EniSgRulesMismatch us-east-1/peer/guarded", Ask(it.Network, it.Host, server, Tcp(443)));

        list.Entry("10.0.0.0/24");

        AssertReachable(Ask(it.Network, it.Host, server, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.10")]
    public void R_1_10_Lists_hold_no_more_than_their_maximum_and_serve_their_region()
    {
        var network = new NetworkBuilder();
        var list = network.Region("us-east-1").PrefixList("one", 1).Entry("10.0.0.0/8").Entry("10.1.0.0/16").Entry("10.0.0.0/8");
        network.Region("us-east-1").PrefixList("none", 0);
        var vpc = network.Region("eu-west-1").Vpc("v", "10.0.0.0/16");
        vpc.MainRouteTable.Route(list, vpc.InternetGateway("igw"));
        vpc.SecurityGroup("g").Ingress(Tcp(443), from: list);

        Assert.Equal(
            [
                "prefix list 'one' takes one entry; declare it with a larger maximum, which then weighs more in tables and groups",
                "prefix list 'one' has 10.0.0.0/8 already; an entry stands once",
                "0 is no maximum of a prefix list; it takes 1 to 1000 entries",
                "prefix list 'one' is of region us-east-1, and is referred to in eu-west-1; declare one there",
                "prefix list 'one' is of region us-east-1, and is referred to in eu-west-1; declare one there",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "R-1.17")]
    [Trait("Rule", "R-1.10")]
    public void R_1_17_A_gateway_route_table_takes_no_prefix_list()
    {
        var it = new EgressNetwork();
        it.Gateway.Associate(it.Vpc.RouteTable("edge").Route(it.Vpc.Region.PrefixList("pl", 1).Entry("10.0.1.0/24"), it.Firewall));

        Assert.Equal(
            "route table 'edge' routes what comes in from internet gateway 'igw', and takes no prefix list; route the subnets by their prefixes",
            Assert.Single(it.Network.Build().Problems).Text);
    }

    /// <summary>VPCs a, b and c on a transit gateway with one table, and a prefix list.</summary>
    static (TransitNetwork It, TransitGatewayRouteTableBuilder Table, TransitGatewayVpcAttachmentBuilder B, TransitGatewayVpcAttachmentBuilder C) Referring()
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (a, b, c) = (it.Attach("a"), it.Attach("b"), it.Attach("c"));
        return (it, it.Gateway.RouteTable("rt").Associate(a).Associate(b).Associate(c).Propagate(a), b, c);
    }

    [Fact]
    [Trait("Rule", "I-2 order")]
    public void I_2_A_table_of_a_transit_gateway_follows_the_entries_of_a_prefix_list()
    {
        var (it, table, b, _) = Referring();
        var list = it.Region.PrefixList("pl", 5);
        table.Route(list, b);
        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/rt", Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));

        list.Entry("10.1.0.0/16");

        AssertReachable(Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "I-2 order")]
    [InlineData("list", false)]
    [InlineData("list and static", true)]
    [InlineData("list and blackhole", false)]
    [InlineData("blackhole and static", true)]
    [InlineData("two lists", true)]
    public void I_2_Of_one_prefix_static_routes_beat_prefix_lists_and_these_propagation(string written, bool reachable)
    {
        var (it, table, b, c) = Referring();
        table.Propagate(b);
        var (one, two) = (it.Region.PrefixList("one", 5).Entry("10.1.0.0/16"), it.Region.PrefixList("two", 5).Entry("10.1.0.0/16"));
        _ = written switch
        {
            "list" => table.Route(one, c),
            "list and static" => table.Route(one, c).Route("10.1.0.0/16", b),
            "list and blackhole" => table.Route(one, b).Blackhole(two),
            "blackhole and static" => table.Blackhole(one).Route("10.1.0.0/16", b),
            _ => table.Route(one, c).Route(two, b),
        };

        Assert.Equal(reachable, Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)).Verdict == Verdict.Reachable);
    }

    [Fact]
    [Trait("Rule", "I-2 order")]
    public void I_2_A_list_may_drop_what_a_shorter_route_carries()
    {
        var (it, table, b, _) = Referring();
        table.Route("10.0.0.0/8", b).Blackhole(it.Region.PrefixList("pl", 5).Entry("10.1.1.0/24").Entry("10.2.0.0/16"));

        AssertReachable(Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
        AssertForwardBlocked("BadStateRoute us-east-1/tgw/rt", Ask(it.Network, it.Host("a"), it.Host("b", "b"), Tcp(443)));
    }
}
