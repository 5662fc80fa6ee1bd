using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>What can never match is found, with what makes it so, and nothing else is.</summary>
public class DeadRulesTests
{
    [Fact]
    public void An_entry_behind_one_that_has_all_of_its_packets_is_dead()
    {
        var dead = One(shop => shop.Edge.Associate(shop.Vpc.NetworkAcl("edge")
            .AllowInbound(100, Tcp(443), from: "10.0.0.0/8")
            .DenyInbound(110, Tcp(443), from: "10.1.0.0/16")));

        Assert.Equal(DeadRuleList.InboundEntries, dead.List);
        Assert.Equal(1, dead.Index);
        Assert.Equal("us-east-1/shop/edge", dead.Element.Path);
        Assert.Equal("entry 110 denies tcp/443 from 10.1.0.0/16", dead.Rule);
        Assert.Equal("entry 100 decides all of its packets first", dead.Reason);
        Assert.EndsWith("DeadRulesTests.cs", dead.Origin.File, StringComparison.Ordinal);
        Assert.Equal("entry 100 allows tcp/443 from 10.0.0.0/8", Assert.Single(dead.Because).Text);
        Assert.Equal(dead.Origin.Line - 1, dead.Because[0].Origin.Line);
    }

    [Fact]
    public void Several_entries_hide_one_together()
    {
        var dead = One(shop => shop.Edge.Associate(shop.Vpc.NetworkAcl("edge")
            .AllowInbound(90, Udp(53), from: "10.0.0.0/8")
            .AllowInbound(100, TcpRange(0, 999), from: "10.0.0.0/8")
            .DenyInbound(110, TcpRange(1000, 65535), from: "10.0.0.0/9")
            .DenyInbound(120, TcpRange(1000, 65535), from: "10.128.0.0/9")
            .AllowInbound(130, TcpRange(0, 65535), from: "10.0.0.0/8")));

        Assert.Equal("entry 130 allows tcp from 10.0.0.0/8", dead.Rule);
        Assert.Equal("entry 100, entry 110 and entry 120 decide all of its packets first", dead.Reason);
    }

    [Fact]
    public void An_entry_with_one_packet_of_its_own_is_alive() => None(shop => shop.Edge.Associate(shop.Vpc.NetworkAcl("edge")
        .AllowInbound(100, TcpRange(0, 442), from: "10.0.0.0/8")
        .AllowInbound(105, TcpRange(444, 65535), from: "10.0.0.0/8")
        .DenyInbound(110, TcpRange(0, 65535), from: "10.0.0.0/8")
        .DenyInbound(120, AllTraffic, from: "198.51.100.0/24")
        .AllowOutbound(100, Tcp(443), to: "10.0.0.0/8")
        .AllowInbound(130, AllTraffic, from: "2001:db8::/32")));

    [Fact]
    public void A_rule_that_another_of_the_group_contains_is_dead()
    {
        var dead = One(shop => shop.WebGroup.Ingress(TcpRange(400, 500), from: AnyIpv4));

        Assert.Equal(DeadRuleList.IngressRules, dead.List);
        Assert.Equal(0, dead.Index);
        Assert.Equal("allow tcp/443 from 0.0.0.0/0 (security group web)", dead.Rule);
        Assert.Equal("another rule of the group allows all of it", dead.Reason);
        Assert.Equal("allow tcp/400-500 from 0.0.0.0/0 (security group web)", Assert.Single(dead.Because).Text);
    }

    [Fact]
    public void Of_two_equal_rules_the_later_is_dead() => Assert.Equal(1, One(shop => shop.WebGroup.Ingress(Tcp(443), from: AnyIpv4)).Index);

    [Fact]
    public void A_rule_about_all_addresses_contains_one_about_a_group() =>
        Assert.Equal("allow tcp/5432 from security group web (security group db)", One(shop => shop.DatabaseGroup.Ingress(Tcp(5432), from: AnyIpv4)).Rule);

    [Fact]
    public void A_rule_about_some_addresses_contains_none_about_a_group() => None(shop => shop.DatabaseGroup.Ingress(Tcp(5432), from: "10.0.0.0/16"));

    [Fact]
    public void Rules_about_addresses_that_nobody_has_are_alive() => None(shop => shop.DatabaseGroup
        .Ingress(Tcp(22), from: "192.168.7.0/24")
        .Egress(Tcp(443), to: "192.168.8.0/24"));

    [Fact]
    public void A_rule_that_references_a_group_that_nothing_has_is_dead()
    {
        var dead = One(shop => shop.DatabaseGroup.Ingress(Tcp(22), from: shop.Vpc.SecurityGroup("bastion")));

        Assert.Equal("allow tcp/22 from security group bastion (security group db)", dead.Rule);
        Assert.Equal("nothing has security group us-east-1/shop/bastion", dead.Reason);
    }

    [Fact]
    public void Rules_of_a_group_that_nothing_has_are_alive() => None(shop =>
        shop.Vpc.SecurityGroup("bastion").Ingress(Tcp(22), from: shop.Vpc.SecurityGroup("laptop")));

    [Fact]
    public void A_rule_that_references_a_group_of_a_vpc_that_nothing_joins_is_dead()
    {
        var dead = One(shop =>
        {
            var other = shop.Region.Vpc("other", "10.9.0.0/16");
            var jump = other.SecurityGroup("jump");
            other.Subnet("one", "10.9.0.0/24", "a").Instance("jump", jump);
            shop.DatabaseGroup.Ingress(Tcp(22), from: jump);
        });

        Assert.Contains("cannot be referenced from where the rule is asked", dead.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_whose_addresses_longer_prefixes_have_is_dead()
    {
        var dead = One(shop => shop.Edge.RouteTable("more")
            .Route("172.16.0.0/12", shop.Gateway)
            .Route("172.16.0.0/13", shop.Gateway)
            .Route("172.24.0.0/13", shop.Gateway));

        Assert.Equal(DeadRuleList.Routes, dead.List);
        Assert.Equal(0, dead.Index);
        Assert.Equal("172.16.0.0/12 → igw (static)", dead.Rule);
        Assert.Equal("2 more specific routes have all of its addresses", dead.Reason);
        Assert.Equal(["172.16.0.0/13 → igw (static)", "172.24.0.0/13 → igw (static)"], dead.Because.Select(each => each.Text));
    }

    [Fact]
    public void A_route_with_one_address_of_its_own_is_alive() => None(shop => shop.Edge.RouteTable("more")
        .Route("172.16.0.0/30", shop.Gateway)
        .Route("172.16.0.0/31", shop.Gateway)
        .Route("172.16.0.2/32", shop.Gateway));

    [Fact]
    public void A_propagated_route_that_loses_to_a_static_one_is_dead()
    {
        var topology = Described.Shop(network =>
        {
            var shop = new Shop(network);
            var office = network.Site("office").Prefix("192.168.0.0/16");
            var gateway = shop.Vpc.VpnGateway("vgw");
            gateway.VpnConnection("vpn", office.CustomerGateway("router")).StaticRoute("192.168.0.0/16");
            shop.Edge.RouteTable("more").Route("192.168.0.0/16", shop.Gateway).Propagate(gateway);
        });

        var dead = Assert.Single(DeadRules.Of(topology));
        Assert.Equal(-1, dead.Index);
        Assert.Equal("192.168.0.0/16 → vgw (propagated)", dead.Rule);
        Assert.Equal("192.168.0.0/16 → igw (static) has the same prefix and goes first", dead.Reason);
        Assert.True(dead.Origin.Line > 0);
    }

    [Fact]
    public void A_transit_gateway_route_whose_addresses_longer_prefixes_have_is_dead()
    {
        var dead = One(shop =>
        {
            var hub = shop.Region.TransitGateway("hub");
            hub.RouteTable("core").Blackhole("10.8.0.0/15").Blackhole("10.8.0.0/16").Blackhole("10.9.0.0/16");
        });

        Assert.Equal("10.8.0.0/15 → blackhole (static)", dead.Rule);
        Assert.Equal(ElementKind.TransitGatewayRouteTable, dead.Element.Kind);
    }

    [Fact]
    public void Nothing_is_told_of_half_a_network()
    {
        var network = new NetworkBuilder("Broken");
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/99");
        Assert.Throws<ArgumentException>(() => DeadRules.Of(network.Build()));
    }

    static DeadRule One(Action<Shop> describe) => Assert.Single(DeadRules.Of(Described.Shop(network => describe(new Shop(network)))));

    static void None(Action<Shop> describe) => Assert.Empty(DeadRules.Of(Described.Shop(network => describe(new Shop(network)))));

    /// <summary>A web server that the internet speaks to, and its database.</summary>
    sealed class Shop
    {
        public Shop(NetworkBuilder network)
        {
            Region = network.Region("us-east-1");
            Vpc = Region.Vpc("shop", "10.0.0.0/16");
            Edge = Vpc.Subnet("edge", "10.0.0.0/24", "a");
            Gateway = Vpc.InternetGateway("igw");
            WebGroup = Vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
            DatabaseGroup = Vpc.SecurityGroup("db").Ingress(Tcp(5432), from: WebGroup);
            Edge.Instance("web", WebGroup).PublicIp();
            Vpc.Subnet("data", "10.0.1.0/24", "a").Instance("db", DatabaseGroup);
        }

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public SubnetBuilder Edge { get; }

        public InternetGatewayBuilder Gateway { get; }

        public SecurityGroupBuilder WebGroup { get; }

        public SecurityGroupBuilder DatabaseGroup { get; }
    }
}
