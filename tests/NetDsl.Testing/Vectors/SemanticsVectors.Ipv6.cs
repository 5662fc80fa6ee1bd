using NetDsl.Addressing;
using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>A VPC of both families with an internet gateway, an egress-only gateway and a NAT gateway.</summary>
    sealed class DualNetwork
    {
        public DualNetwork()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
            Gateway = Vpc.InternetGateway("igw");
            EgressOnly = Vpc.EgressOnlyInternetGateway("eigw");
            Public = Vpc.Subnet("public", "10.0.0.0/24", "a").AssignIpv6();
            PublicTable = Public.RouteTable("public").Route(AnyIpv4, Gateway).Route(AnyIpv6, Gateway);
            Nat = Public.NatGateway("nat").ElasticIp(Region.ElasticIp("nat", "203.0.113.9"));
            Private = Vpc.Subnet("private", "10.0.1.0/24", "a").AssignIpv6();
            PrivateTable = Private.RouteTable("private").Route(AnyIpv4, Nat).Route(AnyIpv6, EgressOnly);
            Six = Vpc.Ipv6OnlySubnet("six", "a").Associate(PrivateTable).Dns64();
            PrivateTable.Route("64:ff9b::/96", Nat);
            Group = Open(Vpc).Ingress(AllTraffic, from: AnyIpv6);
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InternetGatewayBuilder Gateway { get; }

        public EgressOnlyInternetGatewayBuilder EgressOnly { get; }

        public SubnetBuilder Public { get; }

        public RouteTableBuilder PublicTable { get; }

        public NatGatewayBuilder Nat { get; }

        public SubnetBuilder Private { get; }

        public RouteTableBuilder PrivateTable { get; }

        public SubnetBuilder Six { get; }

        public SecurityGroupBuilder Group { get; }
    }

    [Fact]
    [Trait("Rule", "R-2.4")]
    public void R_2_4_The_internet_gateway_lets_ipv6_out_and_in_as_it_is()
    {
        var it = new DualNetwork();
        var web = it.Public.Instance("web", it.Group);

        var trace = Ask(it.Network, web, "2001:db8:ffff::9", Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp [2001:db8:0:100::4]:49152 -> [2001:db8:ffff::9]:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp [2001:db8:ffff::9]:443 -> [2001:db8:0:100::4]:49152", Last(trace.Return).ToString());
    }

    [Fact]
    [Trait("Rule", "R-2.4")]
    public void R_2_4_What_has_an_ipv6_address_is_reached_from_the_internet_without_a_public_one()
    {
        var it = new DualNetwork();

        AssertReachable(AskFromInternet(it.Network, it.Public.Instance("web", it.Group), Tcp(443), source: "2001:db8:ffff::9"));
    }

    [Fact]
    [Trait("Rule", "R-2.4")]
    public void R_2_4_An_address_that_nothing_of_the_vpc_has_does_not_pass_the_internet_gateway()
    {
        var it = new DualNetwork();
        var web = it.Public.Instance("web", it.Group).SourceDestinationCheck(false);

        AssertForwardBlocked(
            "IgwPublicIpAssociationForEgress us-east-1/igw",
            Ask(
                Built(it.Network),
                Endpoint.Of(web.Id),
                Endpoint.Of(IpAddress.Parse("2001:db8:ffff::9")),
                Tcp(443),
                IpAddress.Parse("2001:db8:ffff::7")));
    }

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void R_1_20_An_egress_only_gateway_lets_connections_out_and_their_replies_in()
    {
        var it = new DualNetwork();

        var trace = Ask(it.Network, it.Private.Instance("app", it.Group), "2001:db8:ffff::9", Udp(53));

        AssertReachable(trace);
        Assert.Contains(trace.Forward.Hops, hop => hop.Element == "us-east-1/v/eigw");
        Assert.Contains(trace.Return.Hops, hop => hop.Element == "us-east-1/v/eigw");
    }

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void R_1_20_An_egress_only_gateway_lets_nothing_in_that_answers_nothing()
    {
        var it = new DualNetwork();

        AssertForwardBlocked(
            "EigwUnsolicited us-east-1/v/eigw",
            AskFromInternet(it.Network, it.Private.Instance("app", it.Group), Tcp(443), source: "2001:db8:ffff::9"));
    }

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void R_1_20_The_acl_of_the_subnet_is_asked_behind_an_egress_only_gateway()
    {
        var it = new DualNetwork();
        it.Private.Associate(it.Vpc.NetworkAcl("acl").AllowOutbound(100, AllTraffic, to: AnyIpv6).AllowInbound(100, AllTraffic, from: AnyIpv4));

        AssertReplyBlocked(
            "SubnetAclRestriction us-east-1/v/acl", Ask(it.Network, it.Private.Instance("app", it.Group), "2001:db8:ffff::9", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void R_1_20_The_egress_only_gateway_of_another_vpc_is_a_dead_target()
    {
        var it = new DualNetwork();
        var other = it.Region.Vpc("other", "10.1.0.0/16").AmazonIpv6Cidr();
        other.MainRouteTable.Route(AnyIpv6, it.EgressOnly);
        var host = other.Subnet("s", "10.1.0.0/24", "a").AssignIpv6().Instance("host", Open(other));

        AssertForwardBlocked("BadStateRoute us-east-1/v/eigw", Ask(it.Network, host, "2001:db8:ffff::9", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void R_1_20_An_egress_only_gateway_takes_no_ipv4()
    {
        var it = new DualNetwork();
        var subnet = it.Vpc.Subnet("third", "10.0.3.0/24", "a");
        subnet.RouteTable("third").Route(AnyIpv4, it.EgressOnly);

        AssertForwardBlocked(
            "IgwPublicIpAssociationForEgress us-east-1/v/eigw", AskInternet(it.Network, subnet.Instance("app", it.Group), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_A_nat_gateway_makes_ipv4_of_what_is_for_64_ff9b()
    {
        var it = new DualNetwork();

        var trace = Ask(it.Network, it.Six.Instance("app", it.Group), "64:ff9b::198.51.100.7", Tcp(443));

        AssertReachable(trace);
        Assert.Equal(Outcome.Exits, trace.Forward.Outcome);
        Assert.Equal("tcp 203.0.113.9:1024 -> 198.51.100.7:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp [64:ff9b::c633:6407]:443 -> [2001:db8:0:102::4]:49152", Last(trace.Return).ToString());
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_Icmpv6_becomes_icmp()
    {
        var it = new DualNetwork();

        var trace = Ask(it.Network, it.Six.Instance("app", it.Group), "64:ff9b::198.51.100.7", Icmpv6);

        AssertReachable(trace);
        Assert.Equal(Protocol.Icmp, Last(trace.Forward).Protocol);
        Assert.Equal(Protocol.Icmpv6, Last(trace.Return).Protocol);
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_Other_protocols_and_other_destinations_are_not_translated()
    {
        var it = new DualNetwork();
        var app = it.Six.Instance("app", it.Group);
        it.PrivateTable.Route("2001:db8:eeee::/48", it.Nat);

        AssertForwardBlocked("NatUnsupportedProtocol us-east-1/v/nat", Ask(it.Network, app, "64:ff9b::198.51.100.7", IpProtocol(50)));
        AssertForwardBlocked("NatUnsupportedProtocol us-east-1/v/nat", Ask(it.Network, app, "2001:db8:eeee::1", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_Without_the_route_there_is_no_nat64()
    {
        var it = new DualNetwork();
        var subnet = it.Vpc.Ipv6OnlySubnet("alone", "a");
        subnet.RouteTable("alone");

        AssertForwardBlocked(
            "NoRouteToDestination us-east-1/v/alone", Ask(it.Network, subnet.Instance("app", it.Group), "64:ff9b::198.51.100.7", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_Dns64_answers_a_host_without_ipv4_for_a_name_that_has_ipv4_only()
    {
        var it = new DualNetwork();
        var old = it.Vpc.Subnet("old", "10.0.4.0/24", "a").Instance("old", it.Group);
        var app = it.Six.Instance("app", it.Group);

        var trace = Ask(it.Network, app, old, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(Nat64.Of(Ipv4Address.Parse("10.0.4.4")), trace.Forward.Hops[0].Packet.Destination);

        var deaf = it.Vpc.Ipv6OnlySubnet("deaf", "a").Associate(it.PrivateTable).Instance("deaf", it.Group);
        AssertForwardBlocked("EniSourceDestCheckRestriction us-east-1/v/deaf", Ask(it.Network, deaf, old, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.9")]
    [Trait("Vector", "foundation 1.8")]
    public void R_1_9_An_ipv4_default_route_says_nothing_of_ipv6()
    {
        var it = new DualNetwork();
        var subnet = it.Vpc.Subnet("four", "10.0.5.0/24", "a").AssignIpv6();
        subnet.RouteTable("four").Route(AnyIpv4, it.Gateway);

        AssertForwardBlocked(
            "NoRouteToDestination us-east-1/v/four", Ask(it.Network, subnet.Instance("host", it.Group), "2001:db8:ffff::1", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.9")]
    public void R_1_9_The_reserved_range_of_ipv6_is_never_forwarded()
    {
        var it = new DualNetwork();

        AssertForwardBlocked("ReservedRange us-east-1/v/public", Ask(it.Network, it.Public.Instance("web", it.Group), "fd00:ec2::1", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.3")]
    public void R_1_3_An_ipv6_block_has_a_local_route_too()
    {
        var it = new DualNetwork();
        var web = it.Public.Instance("web", it.Group);
        var app = it.Six.Instance("app", it.Group);

        var trace = Ask(it.Network, app, web, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp [2001:db8:0:102::4]:49152 -> [2001:db8:0:100::4]:443", Last(trace.Forward).ToString());
    }

    [Fact]
    [Trait("Rule", "R-1.14")]
    public void R_1_14_A_whole_ipv6_subnet_can_be_led_through_an_appliance()
    {
        var it = new DualNetwork();
        var web = it.Public.Instance("web", it.Group);
        var app = it.Private.Instance("app", it.Group);
        var wall = it.Vpc.Subnet("wall", "10.0.6.0/24", "a").AssignIpv6().Instance("wall", it.Group).SourceDestinationCheck(false).ForwardsTraffic();
        it.PrivateTable.Route(it.Public.Ipv6CidrBlock, wall);
        it.PublicTable.Route(it.Private.Ipv6CidrBlock, wall);

        var trace = Ask(Built(it.Network), Endpoint.Of(app.Id), Endpoint.Of(IpAddress.Parse("2001:db8:0:100::4")), Tcp(443));

        AssertReachable(trace);
        Assert.Equal("us-east-1/v/web", trace.Forward.Receiver);
        Assert.Contains(trace.Forward.Hops, hop => hop.Element == "us-east-1/v/wall");
        Assert.Contains(trace.Return.Hops, hop => hop.Element == "us-east-1/v/wall");
        Assert.Equal("us-east-1/v/web", web.Id.Path);
    }

    [Fact]
    [Trait("Rule", "R-2.8")]
    public void R_2_8_Blocking_of_ingress_lets_what_an_egress_only_gateway_carries_pass()
    {
        var it = new DualNetwork();
        it.Region.BlockPublicAccess(BlockPublicAccessMode.Ingress);
        var app = it.Private.Instance("app", it.Group);
        var web = it.Public.Instance("web", it.Group);

        AssertReachable(Ask(it.Network, app, "2001:db8:ffff::9", Tcp(443)));
        AssertForwardBlocked("BpaBlocked us-east-1/igw", Ask(it.Network, web, "2001:db8:ffff::9", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-2.8")]
    public void R_2_8_Blocking_of_both_directions_blocks_egress_only_gateways_too()
    {
        var it = new DualNetwork();
        it.Region.BlockPublicAccess(BlockPublicAccessMode.Bidirectional);

        AssertForwardBlocked("BpaBlocked us-east-1/v/eigw", Ask(it.Network, it.Private.Instance("app", it.Group), "2001:db8:ffff::9", Tcp(443)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "F-1.1 BYOIP")]
    public void F_1_1_An_ipv6_block_that_is_not_advertised_drops_at_the_edge(bool advertised)
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        region.ByoipPool("2600:1f00::/40", advertised);
        var vpc = region.Vpc("v", "10.0.0.0/16").Ipv6Cidr("2600:1f00::/56");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a").AssignIpv6();
        subnet.RouteTable("s").Route(AnyIpv6, vpc.InternetGateway("igw"));
        var web = subnet.Instance("web", Open(vpc).Ingress(AllTraffic, from: AnyIpv6));

        var trace = AskFromInternet(network, web, Tcp(443), source: "2001:db8:ffff::9");

        if (advertised)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("IgwNoMapping internet", trace);
        }
    }

    [Fact]
    [Trait("Rule", "R-4.2")]
    [Trait("Rule", "R-4.18")]
    public void R_4_2_Default_groups_and_acls_let_ipv6_out_of_a_vpc_that_has_it()
    {
        var it = new DualNetwork();

        AssertReachable(Ask(it.Network, it.Public.Instance("web"), "2001:db8:ffff::9", Tcp(443)));
    }

    [Fact]
    public void F_1_6_An_ipv4_rule_admits_no_ipv6()
    {
        var it = new DualNetwork();
        var group = it.Vpc.SecurityGroup("four").Ingress(AllTraffic, from: AnyIpv4);

        AssertForwardBlocked(
            "EniSgRulesMismatch us-east-1/v/web", AskFromInternet(it.Network, it.Public.Instance("web", group), Tcp(443), source: "2001:db8:ffff::9"));
    }

    [Fact]
    public void F_1_6_Groups_are_referenced_by_their_members_ipv6_addresses()
    {
        var it = new DualNetwork();
        var clients = it.Vpc.SecurityGroup("clients");
        var servers = it.Vpc.SecurityGroup("servers").Ingress(Tcp(443), from: clients);
        var server = it.Public.Instance("server", servers);

        AssertReachable(Ask(it.Network, it.Six.Instance("client", clients), server, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/server", Ask(it.Network, it.Six.Instance("other", it.Group), server, Tcp(443)));
    }

    [Fact]
    public void I_1_A_peering_carries_ipv6_where_both_vpcs_have_and_route_it()
    {
        var it = new DualNetwork();
        var other = it.Region.Vpc("other", "10.1.0.0/16").AmazonIpv6Cidr();
        var peering = it.Network.Peer("pcx", it.Vpc, other).AcceptedBy(it.Network.DefaultAccount);
        it.PrivateTable.Route(other.Ipv6CidrBlocks[0], peering);
        var there = other.Subnet("s", "10.1.0.0/24", "a").AssignIpv6();
        var host = there.Instance("host", Open(other).Ingress(AllTraffic, from: AnyIpv6));
        var app = it.Six.Instance("app", it.Group);

        AssertReplyBlocked("NoRouteToDestination us-east-1/other/main", Ask(it.Network, app, host, Tcp(443)));

        other.MainRouteTable.Route(it.Vpc.Ipv6CidrBlocks[0], peering);
        AssertReachable(Ask(it.Network, app, host, Tcp(443)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I_2_A_transit_gateway_propagates_ipv6_blocks_of_attachments_that_support_it(bool supported)
    {
        var it = new DualNetwork();
        var other = it.Region.Vpc("other", "10.1.0.0/16").AmazonIpv6Cidr();
        var there = other.Subnet("s", "10.1.0.0/24", "a").AssignIpv6();
        var gateway = it.Region.TransitGateway("tgw");
        gateway.Attach("here", it.Private).Ipv6Support();
        gateway.Attach("there", there).Ipv6Support(supported);
        it.PrivateTable.Route(other.Ipv6CidrBlocks[0], gateway);
        other.MainRouteTable.Route(it.Vpc.Ipv6CidrBlocks[0], gateway);
        var host = there.Instance("host", Open(other).Ingress(AllTraffic, from: AnyIpv6));

        var trace = Ask(it.Network, it.Six.Instance("app", it.Group), host, Tcp(443));

        if (supported)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/default", trace);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I_5_A_vpn_connection_of_a_transit_gateway_carries_ipv6_or_ipv4(bool ipv6)
    {
        var it = new DualNetwork();
        var site = it.Network.Site("hq", 65010).Prefix("192.168.0.0/16").Prefix("2001:db8:a::/48");
        var host = site.Host("host", "2001:db8:a::10");
        var gateway = it.Region.TransitGateway("tgw");
        gateway.Attach("here", it.Private).Ipv6Support();
        gateway.AttachVpn("vpn", site.CustomerGateway("cgw"), vpn => _ = ipv6 ? vpn.InsideIpv6() : vpn);
        it.PrivateTable.Route("2001:db8:a::/48", gateway);

        var trace = Ask(it.Network, it.Six.Instance("app", it.Group), host, Tcp(443));

        if (ipv6)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/default", trace);
        }
    }

    [Fact]
    public void I_6_Direct_connect_carries_both_families()
    {
        var it = new DualNetwork();
        var site = it.Network.Site("hq", 65010).Prefix("192.168.0.0/16").Prefix("2001:db8:a::/48");
        var host = site.Host("host", "2001:db8:a::10");
        var gateway = it.Region.VpnGateway("vgw").AttachTo(it.Vpc);
        site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, gateway);
        it.PrivateTable.Propagate(gateway);

        AssertReachable(Ask(it.Network, it.Six.Instance("app", it.Group), host, Tcp(443)));
    }

    [Fact]
    public void F_1_6_A_packet_has_addresses_of_one_family()
    {
        var it = new DualNetwork();
        var four = it.Vpc.Subnet("four", "10.0.7.0/24", "a").Instance("four", it.Group);

        AssertForwardBlocked("EniSourceDestCheckRestriction us-east-1/v/four", Ask(it.Network, four, "2001:db8:ffff::9", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-1.21")]
    public void R_1_21_An_IPv6_route_to_a_NAT_gateway_changes_nothing_in_a_VPC_without_IPv6()
    {
        var network = new NetworkBuilder("Ipv4Only");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var inner = vpc.Subnet("inner", "10.0.1.0/24", "a");
        var nat = edge.NatGateway("nat");
        inner.RouteTable("inner").Route(AnyIpv4, nat).Route("64:ff9b::/96", nat);
        var host = inner.Instance("host", Open(vpc));

        AssertReachable(AskInternet(network, host, Tcp(443)));
        Assert.Equal(Verdict.Blocked, Ask(network, host, "64:ff9b::c633:6407", Tcp(443)).Verdict);
    }
}
