using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Connect attachments of transit gateways: interconnect section 2, Connect, lookup order and ECMP.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>A VPC and a site that a transit gateway joins by routers in a VPC of their own.</summary>
    sealed class ConnectNetwork
    {
        int peers;

        public ConnectNetwork(bool routesBack = true, string zone = "a")
        {
            Edge = Base.Region.Vpc("edge", "10.1.0.0/16");
            Routers = Edge.Subnet("routers", "10.1.1.0/24", zone);
            Group = Edge.SecurityGroup("gre").Ingress(IpProtocol(47), from: "10.255.0.0/24");
            Base.Gateway.CidrBlock("10.255.0.0/24");
            Transport = Base.Gateway.Attach("edge", Edge.Subnet("landing", "10.1.0.0/28", "a"));
            Base.Table.Associate(Transport);
            _ = routesBack ? Edge.MainRouteTable.Route("10.255.0.0/24", Base.Gateway) : Edge.MainRouteTable;
            Connect = Attach("connect");
        }

        public TransitSite Base { get; } = new();

        public VpcBuilder Edge { get; }

        public SubnetBuilder Routers { get; }

        public SecurityGroupBuilder Group { get; }

        public TransitGatewayVpcAttachmentBuilder Transport { get; }

        public TransitGatewayConnectAttachmentBuilder Connect { get; }

        public TransitGatewayConnectAttachmentBuilder Attach(string name)
        {
            var connect = Base.Gateway.AttachConnect(name, Transport);
            Base.Table.Associate(connect).Propagate(connect);
            return connect;
        }

        /// <summary>A peer with a router of its own; external unless told otherwise.</summary>
        public ConnectPeerBuilder Peer(
            string name, long? asn = 65001, SiteBuilder? site = null, TransitGatewayConnectAttachmentBuilder? connect = null, bool forwards = true)
        {
            var router = Routers.Instance(name, Group);
            _ = forwards ? router.ForwardsTraffic() : router;
            return (connect ?? Connect).Peer(name, site ?? Base.Site, router, $"169.254.10.{8 * peers++}/29", asn);
        }
    }

    Trace Out(ConnectNetwork it, int port = 443) => Ask(it.Base.Network, it.Base.App, it.Base.Host, Tcp(port));

    Trace In(ConnectNetwork it) => Ask(it.Base.Network, it.Base.Host, it.Base.App, Tcp(443));

    /// <summary>The peers that 64 flows to the site take.</summary>
    string Peers(ConnectNetwork it) => string.Join(
        ' ', Enumerable.Range(1, 64).Select(port => Passed(Out(it, port).Forward, "connect-peer")).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void I_2_A_Connect_peer_joins_a_site_in_both_directions()
    {
        var it = new ConnectNetwork();
        it.Peer("p");

        var out1 = Out(it);
        var in1 = In(it);

        AssertReachable(out1);
        AssertReachable(in1);
        Assert.Equal("v connect edge", Passed(out1.Forward, "transit-gateway-attachment"));
        Assert.Equal("edge connect v", Passed(in1.Forward, "transit-gateway-attachment"));
        Assert.Equal(("p", "p"), (Passed(out1.Forward, "connect-peer"), Passed(out1.Return, "connect-peer")));
    }

    [Theory]
    [Trait("Rule", "I-2 connect")]
    [InlineData("router down")]
    [InlineData("no rule")]
    [InlineData("rule for another protocol")]
    [InlineData("no route back")]
    [InlineData("ACL in")]
    [InlineData("ACL out")]
    [InlineData("transport not available")]
    [InlineData("other zone")]
    public void I_2_Without_a_way_for_GRE_in_both_directions_a_peer_tells_nothing(string fault)
    {
        var it = new ConnectNetwork(routesBack: fault != "no route back", zone: fault == "other zone" ? "b" : "a");
        var router = fault switch
        {
            "no rule" => it.Routers.Instance("r", it.Edge.SecurityGroup("none")),
            "rule for another protocol" => it.Routers.Instance("r", it.Edge.SecurityGroup("esp").Ingress(IpProtocol(50), from: AnyIpv4)),
            _ => it.Routers.Instance("r", it.Group),
        };
        var peer = it.Connect.Peer("p", it.Base.Site, router.ForwardsTraffic(), "169.254.10.0/29", 65001);
        switch (fault)
        {
            case "router down":
                peer.Down();
                break;
            case "ACL in":
                it.Routers.Associate(it.Edge.NetworkAcl("closed").AllowOutbound(100, AllTraffic, AnyIpv4));
                break;
            case "ACL out":
                it.Routers.Associate(it.Edge.NetworkAcl("closed").AllowInbound(100, AllTraffic, AnyIpv4));
                break;
            case "transport not available":
                it.Transport.InState(TransitGatewayAttachmentState.Modifying);
                break;
        }

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Out(it));
        AssertForwardBlocked("NoRouteToDestination paris", In(it));
    }

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void I_2_A_router_that_sends_nothing_on_draws_what_it_drops()
    {
        var it = new ConnectNetwork();
        it.Peer("p", forwards: false);

        AssertForwardBlocked("HostDoesNotForward us-east-1/edge/p", Out(it));
        AssertForwardBlocked("HostDoesNotForward us-east-1/edge/p", In(it));
    }

    [Theory]
    [Trait("Rule", "I-2 connect")]
    [InlineData(65010, true)]
    [InlineData(64512, false)]
    public void I_2_Of_an_internal_peer_only_what_came_by_external_BGP_is_installed(long site, bool reachable)
    {
        var it = new ConnectNetwork();
        var other = it.Base.Network.Site("lyon", site).Prefix("192.168.0.0/16");
        it.Peer("p", asn: null, site: other);

        var trace = Ask(it.Base.Network, it.Base.App, other.Host("h", "192.168.9.9"), Tcp(443));

        if (reachable)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", trace);
        }
    }

    [Theory]
    [Trait("Rule", "I-7 speaker")]
    [InlineData(true, null)]
    [InlineData(false, 65001L)]
    public void I_7_1_What_is_learned_by_internal_BGP_is_told_by_external_BGP_only(bool internally, long? lastAsn)
    {
        var it = new ConnectNetwork();
        var lyon = it.Base.Network.Site("lyon", 65020).Prefix("172.20.0.0/16");
        it.Peer("p", asn: null);
        it.Peer("q", lastAsn, lyon);
        var trace = Ask(it.Base.Network, lyon.Host("h", "172.20.0.9"), it.Base.Host, Tcp(443));

        if (internally)
        {
            AssertForwardBlocked("NoRouteToDestination lyon", trace);
        }
        else
        {
            AssertReachable(trace);
        }
    }

    [Theory]
    [Trait("Rule", "I-7 speaker")]
    [InlineData(65002, true)]
    [InlineData(65001, false)]
    public void I_7_1_An_appliance_takes_no_route_of_its_own_system(long other, bool reachable)
    {
        var it = new ConnectNetwork();
        var lyon = it.Base.Network.Site("lyon", 65020).Prefix("172.20.0.0/16");
        it.Peer("p");
        it.Peer("q", other, lyon);

        var trace = Ask(it.Base.Network, lyon.Host("h", "172.20.0.9"), it.Base.Host, Tcp(443));

        if (reachable)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("NoRouteToDestination lyon", trace);
        }
    }

    [Theory]
    [Trait("Rule", "I-2 ECMP")]
    [Trait("Rule", "I-2 connect")]
    [InlineData("one attachment", "p q")]
    [InlineData("two attachments", "p q")]
    [InlineData("VPN ECMP off", "p q")]
    [InlineData("other path", "p")]
    [InlineData("longer path", "p")]
    [InlineData("higher MED", "p")]
    [InlineData("MED 100", "p q")]
    [InlineData("lower MED", "q")]
    [InlineData("down", "p")]
    public void I_2_Connect_peers_with_equal_routes_carry_flows_together(string difference, string by)
    {
        var it = new ConnectNetwork();
        it.Base.Gateway.VpnEcmp(difference != "VPN ECMP off");
        it.Peer("p");
        var second = it.Peer("q", difference == "other path" ? 65002 : 65001, connect: difference == "two attachments" ? it.Attach("second") : null);
        _ = difference switch
        {
            "longer path" => second.Prepend(1),
            "higher MED" => second.Med(101),
            "MED 100" => second.Med(100),
            "lower MED" => second.Med(99),
            "down" => second.Down(),
            _ => second,
        };

        Assert.Equal(by, Peers(it));
    }

    [Theory]
    [Trait("Rule", "I-2 connect")]
    [InlineData(true)]
    [InlineData(false)]
    public void I_2_A_Connect_peer_carries_IPv6_inside(bool isAdvertised)
    {
        var it = new ConnectNetwork();
        it.Base.Site.Prefix("2001:db8:a::/48");
        var far = it.Base.Site.Host("six", "2001:db8:a::10");
        _ = isAdvertised ? it.Peer("p") : it.Peer("p").Advertise("192.168.0.0/16");
        var vpc = it.Base.Region.Vpc("six", "10.6.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
        var subnet = vpc.Subnet("six", "10.6.0.0/24", "a").AssignIpv6();
        vpc.MainRouteTable.Route("2001:db8:a::/48", it.Base.Gateway);
        var attachment = it.Base.Gateway.Attach("six", subnet).Ipv6Support();
        it.Base.Table.Associate(attachment).Propagate(attachment);
        var near = subnet.Instance("six", Open(vpc).Ingress(AllTraffic, from: AnyIpv6));

        var (there, back) = (Ask(it.Base.Network, near, far, Tcp(443)), Ask(it.Base.Network, far, near, Tcp(443)));

        if (isAdvertised)
        {
            AssertReachable(there);
            AssertReachable(back);
            Assert.Equal(("p", "p"), (Passed(there.Forward, "connect-peer"), Passed(there.Return, "connect-peer")));
        }
        else
        {
            AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", there);
        }
    }

    [Fact]
    [Trait("Rule", "I-2 order")]
    [Trait("Rule", "I-2 connect")]
    public void I_2_External_BGP_is_preferred_to_internal()
    {
        var it = new ConnectNetwork();
        it.Peer("a", asn: null);
        it.Peer("b", asn: 65010);

        Assert.Equal("b", Peers(it));
    }

    [Theory]
    [Trait("Rule", "I-2 order")]
    [Trait("Rule", "I-2 connect")]
    [InlineData(true, "virtual-interface")]
    [InlineData(false, "connect-peer")]
    public void I_2_Of_one_prefix_Direct_Connect_is_preferred_to_Connect_and_that_to_VPN(bool direct, string kind)
    {
        var it = new ConnectNetwork();
        it.Peer("p").Prepend(5);
        it.Base.Vpn();
        if (direct)
        {
            it.Base.DirectConnect(virtualInterface => virtualInterface.Prepend(9)).Allow("10.0.0.0/16");
        }

        var trace = Out(it);

        AssertReachable(trace);
        Assert.Equal([kind], trace.Forward.Hops.Select(hop => hop.Kind).Where(each => each is "virtual-interface" or "connect-peer" or "vpn-connection").Distinct());
    }

    [Theory]
    [Trait("Rule", "I-2 connect")]
    [InlineData("", true)]
    [InlineData("device not advertised", false)]
    [InlineData("block not allowed", false)]
    [InlineData("device down", false)]
    public void I_2_A_peer_behind_Direct_Connect_works_when_each_end_is_told_of_the_other(string fault, bool reachable)
    {
        var it = new TransitSite();
        it.Gateway.CidrBlock("10.255.0.0/24");
        var transport = it.DirectConnect(virtualInterface => virtualInterface.Advertise(fault == "device not advertised" ? "198.51.100.0/24" : "203.0.113.0/24"))
            .Allow(fault == "block not allowed" ? "10.254.0.0/24" : "10.255.0.0/24");
        var device = it.Site.CustomerGateway("router", "203.0.113.9");
        _ = fault == "device down" ? device.Down() : device;
        var connect = it.Gateway.AttachConnect("connect", transport);
        it.Table.Associate(connect).Propagate(connect);
        connect.Peer("p", device, "169.254.10.0/29");

        var trace = Ask(it.Network, it.App, it.Host, Tcp(443));

        if (reachable)
        {
            AssertReachable(trace);
            Assert.Equal(("v connect dx", "p"), (Passed(trace.Forward, "transit-gateway-attachment"), Passed(trace.Return, "connect-peer")));
        }
        else
        {
            AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", trace);
        }
    }

    [Theory]
    [Trait("Rule", "I-2 connect")]
    [Trait("Rule", "I-6 limits")]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void I_2_One_prefix_too_many_takes_the_session_of_a_Connect_peer_down(int count, bool reachable)
    {
        var it = new ConnectNetwork();
        it.Base.Network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { LearnedRoutesPerConnectPeer = 2 } });
        var peer = it.Peer("p");
        foreach (var prefix in Prefixes(count))
        {
            peer.Advertise(prefix);
        }

        AssertSession(reachable, "TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Out(it));
    }
}
