using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>A VPC 10.0/16 with a host and a virtual private gateway, and a site 192.168/16 with a host and two devices.</summary>
    sealed class HybridNetwork
    {
        public HybridNetwork()
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16");
            Group = Open(Vpc);
            App = Vpc.Subnet("app", "10.0.1.0/24", "a").Instance("app", Group);
            Gateway = Vpc.VpnGateway("vgw");
            Site = Network.Site("paris", 65010).Prefix("192.168.0.0/16");
            Host = Site.Host("mainframe", "192.168.1.10");
            Device = Site.CustomerGateway("edge", "198.51.100.1");
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public SecurityGroupBuilder Group { get; }

        public InstanceBuilder App { get; }

        public VpnGatewayBuilder Gateway { get; }

        public SiteBuilder Site { get; }

        public SiteHostBuilder Host { get; }

        public CustomerGatewayBuilder Device { get; }
    }

    /// <summary>The hops between the ends that are of this kind, by name.</summary>
    static string Passed(TraceDirection direction, string kind) => string.Join(
        ' ', direction.Hops.Where(hop => hop.Kind == kind).Select(hop => hop.Element[(hop.Element.LastIndexOf('/') + 1)..]));

    [Fact]
    [Trait("Rule", "R-1.9")]
    [Trait("Rule", "I-5.1")]
    [Trait("Rule", "I-5 inbound")]
    [Trait("Rule", "I-5 propagation")]
    public void I_5_Propagated_routes_join_a_VPC_and_a_site_in_both_directions()
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("paris", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var out1 = Ask(it.Network, it.App, it.Host, Tcp(443));
        var in1 = Ask(it.Network, it.Host, it.App, Tcp(443));

        AssertReachable(out1);
        AssertReachable(in1);
        Assert.Equal("vgw", Passed(out1.Forward, "virtual-private-gateway"));
        Assert.Equal("paris", Passed(out1.Return, "vpn-connection"));
        Assert.Equal("paris/mainframe", out1.Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-5 propagation")]
    public void I_9_1_A_table_without_propagation_isolates_its_subnet()
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("paris", it.Device);

        AssertForwardBlocked("NoRouteToDestination us-east-1/v/main", Ask(it.Network, it.App, it.Host, Tcp(443)));
        AssertReplyBlocked("NoRouteToDestination us-east-1/v/main", Ask(it.Network, it.Host, it.App, Tcp(443)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Rule", "I-5.2")]
    [Trait("Vector", "interconnect 9.3.7")]
    public void I_9_3_A_default_route_to_the_gateway_works_when_the_site_advertises_one(bool advertised)
    {
        var it = new HybridNetwork();
        it.Site.Prefix("172.20.0.0/16").Host("elsewhere", "172.20.0.9");
        var vpn = it.Gateway.VpnConnection("paris", it.Device).Advertise("192.168.0.0/16");
        _ = advertised ? vpn.Advertise(AnyIpv4) : vpn;
        it.Vpc.MainRouteTable.Route(AnyIpv4, it.Gateway);

        var trace = Ask(it.Network, it.App, "172.20.0.9", Tcp(443));

        if (advertised)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("VgwUnknownPrefix us-east-1/vgw", trace);
        }
    }

    [Fact]
    [Trait("Vector", "foundation 1.3")]
    [Trait("Rule", "R-1.9")]
    public void R_1_9_The_local_route_beats_a_longer_propagated_one()
    {
        var it = new HybridNetwork();
        var near = it.Vpc.Subnet("near", "10.0.5.0/24", "a").Instance("near", it.Group).PrivateIp("10.0.5.7");
        it.Gateway.VpnConnection("paris", it.Device).Advertise("10.0.5.0/24");
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var trace = Ask(it.Network, it.App, near, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("", Passed(trace.Forward, "virtual-private-gateway"));
    }

    [Theory]
    [Trait("Vector", "foundation 1.2")]
    [Trait("Vector", "foundation 1.4")]
    [Trait("Rule", "R-1.9")]
    [InlineData("192.168.0.0/16", "")]
    [InlineData("192.168.1.0/24", "")]
    [InlineData("192.168.0.0/15", "vgw")]
    public void R_1_9_The_longest_prefix_wins_and_of_equal_ones_the_static_route(string toTransit, string through)
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("paris", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway).Route(toTransit, it.Region.TransitGateway("tgw"));

        Assert.Equal(through, Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "virtual-private-gateway"));
    }

    [Theory]
    [InlineData("dx", true, true, true)]
    [InlineData("fixed", false, true, true)]
    [InlineData("bgp", false, false, true)]
    [Trait("Rule", "I-5.3")]
    [Trait("Rule", "I-7 comparators")]
    public void I_5_3_Direct_Connect_then_static_then_BGP_for_one_prefix(string by, bool dx, bool isStatic, bool bgp)
    {
        var it = new HybridNetwork();
        var line = it.Site.DirectConnect("line", "EqDC2", it.Region);
        var direct = line.PrivateVirtualInterface("dx", 101, it.Gateway).Prepend(5);
        var fixedRoute = it.Gateway.VpnConnection("fixed", it.Site.CustomerGateway("second")).StaticRoute("192.168.0.0/16");
        var dynamic = it.Gateway.VpnConnection("bgp", it.Device);
        _ = dx ? direct : direct.Down();
        _ = isStatic ? fixedRoute : fixedRoute.Down();
        _ = bgp ? dynamic : dynamic.Down();
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var trace = Ask(it.Network, it.App, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(by, Passed(trace.Forward, by == "dx" ? "virtual-interface" : "vpn-connection"));
    }

    [Fact]
    [Trait("Rule", "I-5.3")]
    public void I_5_3_A_longer_prefix_over_VPN_beats_Direct_Connect()
    {
        var it = new HybridNetwork();
        it.Site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, it.Gateway);
        it.Gateway.VpnConnection("bgp", it.Device).Advertise("192.168.1.0/24");
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        Assert.Equal("bgp", Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "vpn-connection"));
    }

    [Theory]
    [InlineData(0, 0, 0, "a")]
    [InlineData(1, 0, 0, "b")]
    [InlineData(0, 200, 100, "b")]
    [Trait("Rule", "I-5.3")]
    [Trait("Rule", "I-5.4")]
    public void I_5_3_Of_two_BGP_connections_the_shorter_path_then_the_lower_MED_then_the_first_by_name(int prepend, int medA, int medB, string by)
    {
        var it = new HybridNetwork();
        var a = it.Gateway.VpnConnection("a", it.Device).Med(medA);
        it.Gateway.VpnConnection("b", it.Site.CustomerGateway("second")).Med(medB);
        _ = prepend > 0 ? a.Prepend(prepend) : a;
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        Assert.Equal(by, Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "vpn-connection"));
    }

    [Fact]
    [Trait("Rule", "I-5.3")]
    [Trait("Rule", "I-7 comparators")]
    public void I_5_3_MED_of_another_neighbouring_system_is_not_compared()
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("a", it.Device).Med(200);
        it.Gateway.VpnConnection("b", it.Site.CustomerGateway("second", asn: 65011)).Med(100);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        Assert.Equal("a", Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "vpn-connection"));
    }

    [Theory]
    [InlineData(0, "tunnel 1")]
    [InlineData(1, "tunnel 2")]
    [Trait("Rule", "I-5 redundancy")]
    [Trait("Rule", "I-5.4")]
    public void I_5_A_tunnel_that_fails_leaves_the_other(int failed, string carrying)
    {
        var it = new HybridNetwork();
        var vpn = it.Gateway.VpnConnection("paris", it.Device);
        _ = failed > 0 ? vpn.TunnelDown(failed) : vpn;
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var trace = Ask(it.Network, it.App, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Contains(trace.Forward.Hops, hop => hop.Kind == "vpn-connection" && hop.Decision.StartsWith(carrying, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 1, false, true)]
    [InlineData(1, 2, true, true)]
    [InlineData(2, 1, false, false)]
    [InlineData(2, 2, false, true)]
    [Trait("Rule", "I-5 redundancy")]
    [Trait("Vector", "interconnect 9.4.1")]
    [Trait("Vector", "interconnect 9.4.2")]
    public void I_9_4_What_is_left_when_devices_or_tunnels_fail(int failing, int devices, bool backup, bool reachable)
    {
        // Failing 1: a tunnel of the first connection and its whole device when there is another; 2: the first device.
        var it = new HybridNetwork();
        var first = it.Gateway.VpnConnection("a", it.Device);
        if (devices == 2)
        {
            it.Gateway.VpnConnection("b", it.Site.CustomerGateway("second"));
        }

        _ = failing == 1 ? backup ? first.Down() : first.TunnelDown(1) : first;
        _ = failing == 2 ? it.Device.Down() : it.Device;
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var trace = Ask(it.Network, it.App, it.Host, Tcp(443));

        Assert.Equal(reachable ? Verdict.Reachable : Verdict.Blocked, trace.Verdict);
    }

    [Fact]
    [Trait("Rule", "I-5 hub")]
    public void I_5_CloudHub_relays_between_sites_of_different_systems_without_a_VPC()
    {
        var network = new NetworkBuilder();
        var hub = network.Region("us-east-1").VpnGateway("hub");
        var (paris, rome) = (network.Site("paris", 65001).Prefix("192.168.1.0/24"), network.Site("rome", 65002).Prefix("192.168.2.0/24"));
        hub.VpnConnection("paris", paris.CustomerGateway("edge"));
        hub.VpnConnection("rome", rome.CustomerGateway("edge"));

        AssertReachable(Ask(network, paris.Host("a", "192.168.1.9"), rome.Host("b", "192.168.2.9"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-5 hub")]
    [Trait("Rule", "I-7 speaker")]
    public void I_5_CloudHub_drops_what_it_tells_to_a_site_of_the_same_system()
    {
        var network = new NetworkBuilder();
        var hub = network.Region("us-east-1").VpnGateway("hub");
        var (paris, rome) = (network.Site("paris", 65001).Prefix("192.168.1.0/24"), network.Site("rome", 65001).Prefix("192.168.2.0/24"));
        hub.VpnConnection("paris", paris.CustomerGateway("edge"));
        hub.VpnConnection("rome", rome.CustomerGateway("edge"));

        AssertForwardBlocked(
            "NoRouteToDestination paris", Ask(network, paris.Host("a", "192.168.1.9"), rome.Host("b", "192.168.2.9"), Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-2.17")]
    [Trait("Vector", "interconnect 6.1")]
    [InlineData("10.0.0.0/22,10.0.64.0/24", false)]
    [InlineData("10.0.0.0/24", false)]
    [InlineData("10.0.0.0/15", true)]
    [InlineData("", true)]
    [Trait("Rule", "I-6 interfaces")]
    [Trait("Rule", "I-6 gateway")]
    [Trait("Vector", "interconnect 6.2")]
    [Trait("Vector", "interconnect 6.3")]
    public void I_6_Allowed_prefixes_of_a_virtual_private_gateway_are_a_filter(string allowed, bool reachable)
    {
        var it = new HybridNetwork();
        var direct = it.Network.DirectConnectGateway("dxgw", 64600);
        var association = direct.Associate(it.Gateway);
        foreach (var prefix in allowed.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            association.Allow(prefix);
        }

        it.Site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, direct);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var trace = Ask(it.Network, it.Host, it.App, Tcp(443));

        if (reachable)
        {
            AssertReachable(trace);
            Assert.Equal("dxgw", Passed(trace.Forward, "direct-connect-gateway"));
            Assert.Equal("dxgw", Passed(trace.Return, "direct-connect-gateway"));
        }
        else
        {
            AssertForwardBlocked("NoRouteToDestination paris", trace);
        }
    }

    [Theory]
    [InlineData(null, null, "near")]
    [InlineData(LocalPreferenceCommunity.Low, null, "remote")]
    [InlineData(null, LocalPreferenceCommunity.High, "remote")]
    [InlineData(LocalPreferenceCommunity.High, LocalPreferenceCommunity.High, "near")]
    [Trait("Rule", "I-6 BGP")]
    public void I_6_Local_preference_comes_before_the_AS_path(
        LocalPreferenceCommunity? near, LocalPreferenceCommunity? remote, string by)
    {
        // The near one has the longer path only when both are said to be equal, where the path then decides for the other.
        var it = new HybridNetwork();
        var direct = it.Network.DirectConnectGateway("dxgw", 64600);
        direct.Associate(it.Gateway);
        var one = it.Site.DirectConnect("line1", "EqDC2", it.Region).PrivateVirtualInterface("near", 101, direct);
        var two = it.Site.DirectConnect("line2", "EqLD5", it.Network.Region("eu-west-2")).PrivateVirtualInterface("remote", 101, direct);
        _ = near is { } nearly ? one.Community(nearly) : one.Prepend(3);
        _ = remote is { } remotely ? two.Community(remotely) : two;
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        Assert.Equal(by, Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "virtual-interface"));
    }

    [Theory]
    [InlineData(false, "dx", "dx")]
    [InlineData(true, "vpn", "vpn")]
    [Trait("Rule", "I-6 backup")]
    public void I_6_VPN_backs_Direct_Connect_up(bool failed, string by, string back)
    {
        var it = new HybridNetwork();
        var line = it.Site.DirectConnect("line", "EqDC2", it.Region);
        line.PrivateVirtualInterface("dx", 101, it.Gateway);
        it.Gateway.VpnConnection("vpn", it.Device);
        _ = failed ? line.Down() : line;
        it.Vpc.MainRouteTable.Propagate(it.Gateway);
        var kind = by == "dx" ? "virtual-interface" : "vpn-connection";

        var trace = Ask(it.Network, it.App, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(by, Passed(trace.Forward, kind));
        Assert.Equal(back, Passed(trace.Return, kind));
    }

    [Fact]
    [Trait("Rule", "I-6 backup")]
    [Trait("Rule", "I-6 MPLS")]
    [Trait("Rule", "I-7 decision")]
    public void I_6_A_summary_over_Direct_Connect_makes_the_site_send_by_VPN_and_the_vendor_reply_by_Direct_Connect()
    {
        // Fault (a): the VPN tells of the VPC's block, Direct Connect only of nothing longer; here the site's policy stands for the summary.
        var it = new HybridNetwork();
        it.Site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, it.Gateway).Provider(3356);
        it.Gateway.VpnConnection("vpn", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        var trace = Ask(it.Network, it.Host, it.App, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("vpn", Passed(trace.Forward, "vpn-connection"));
        Assert.Equal("dx", Passed(trace.Return, "virtual-interface"));
    }

    [Theory]
    [Trait("Rule", "R-2.18")]
    [InlineData(1, 0, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 0, false)]
    public void I_6_A_group_of_links_works_with_its_least_number(int failed, int minimum, bool reachable)
    {
        var it = new HybridNetwork();
        var lines = new[] { it.Site.DirectConnect("l1", "EqDC2", it.Region), it.Site.DirectConnect("l2", "EqDC2", it.Region) };
        it.Site.LinkAggregationGroup("lag", lines, minimum).PrivateVirtualInterface("dx", 101, it.Gateway);
        foreach (var line in lines.Take(failed))
        {
            line.Down();
        }

        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        Assert.Equal(reachable, Ask(it.Network, it.App, it.Host, Tcp(443)).Verdict == Verdict.Reachable);
    }

    [Fact]
    [Trait("Rule", "R-2.16")]
    [Trait("Rule", "I-6 gateway")]
    public void I_6_A_supernet_of_the_site_lets_two_VPCs_of_one_Direct_Connect_gateway_reach_each_other()
    {
        var it = new HybridNetwork();
        var other = it.Region.Vpc("w", "10.1.0.0/16");
        var second = other.VpnGateway("vgw2");
        var server = other.Subnet("s", "10.1.1.0/24", "a").Instance("server", Open(other));
        var direct = it.Network.DirectConnectGateway("dxgw", 64600);
        direct.Associate(it.Gateway);
        direct.Associate(second);
        var dx = it.Site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, direct);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);
        other.MainRouteTable.Propagate(second);
        AssertForwardBlocked("NoRouteToDestination us-east-1/v/main", Ask(it.Network, it.App, server, Tcp(443)));

        dx.Advertise("10.0.0.0/8");

        AssertReachable(Ask(it.Network, it.App, server, Tcp(443)));
    }

    [Fact]
    public void I_5_Static_routing_needs_no_BGP_and_the_device_knows_the_VPC()
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("paris", it.Device).StaticRoute("192.168.0.0/16");
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        AssertReachable(Ask(it.Network, it.App, it.Host, Tcp(443)));
        AssertReachable(Ask(it.Network, it.Host, it.App, Tcp(443)));
    }

    [Fact]
    [Trait("Vector", "interconnect 9.3.6")]
    public void I_9_3_A_site_is_reached_by_the_private_subnet_only()
    {
        var it = new HybridNetwork();
        var edge = it.Vpc.Subnet("edge", "10.0.2.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, it.Vpc.InternetGateway("igw"));
        var web = edge.Instance("web", it.Group).PublicIp();
        it.Gateway.VpnConnection("paris", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        AssertReachable(Ask(it.Network, it.App, it.Host, Tcp(443)));
        AssertForwardBlocked("NotRoutableOnInternet internet", Ask(it.Network, web, it.Host, Tcp(443)));
    }

    [Fact]
    public void I_1_A_peer_does_not_reach_the_site_of_its_peer()
    {
        var it = new HybridNetwork();
        var other = it.Region.Vpc("w", "10.1.0.0/16");
        var client = other.Subnet("s", "10.1.1.0/24", "a").Instance("client", Open(other));
        var peering = it.Network.Peer("pcx", it.Vpc, other);
        other.MainRouteTable.Route("192.168.0.0/16", peering);
        it.Gateway.VpnConnection("paris", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        AssertForwardBlocked("PcxRequiresAddressInVpcCidr pcx", Ask(it.Network, client, it.Host, Tcp(443)));
    }

    [Fact]
    public void I_A_site_has_the_hosts_that_it_names()
    {
        var it = new HybridNetwork();
        it.Gateway.VpnConnection("paris", it.Device);
        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        AssertForwardBlocked("NoInterfaceWithAddress paris", Ask(it.Network, it.App, "192.168.9.9", Tcp(443)));
    }

    [Theory]
    [Trait("Vector", "interconnect 9.4.3")]
    [Trait("Vector", "interconnect 9.4.4")]
    [Trait("Vector", "interconnect 9.4.5")]
    [InlineData("dx+vpn", "line1", true)]
    [InlineData("dx+vpn", "device", true)]
    [InlineData("dx+vpn", "line1 device", false)]
    [InlineData("2 dx", "line1", true)]
    [InlineData("2 dx", "line1 line2", false)]
    [InlineData("2x2 dx", "line1 line2", true)]
    [InlineData("2x2 dx", "line1 line2 line3", true)]
    [InlineData("2x2 dx", "line1 line2 line3 line4", false)]
    public void I_9_4_What_is_left_of_a_pattern_when_its_parts_fail(string pattern, string failing, bool reachable)
    {
        var it = new HybridNetwork();
        var lines = pattern switch { "dx+vpn" => 1, "2 dx" => 2, _ => 4 };
        var failed = failing.Split(' ');
        for (var number = 1; number <= lines; number++)
        {
            var line = it.Site.DirectConnect($"line{number}", number % 2 == 1 ? "EqDC2" : "EqNY5", it.Region);
            line.PrivateVirtualInterface("dx", 101, it.Gateway);
            _ = failed.Contains(line.Name) ? line.Down() : line;
        }

        if (pattern == "dx+vpn")
        {
            it.Gateway.VpnConnection("vpn", it.Device);
            _ = failed.Contains("device") ? it.Device.Down() : it.Device;
        }

        it.Vpc.MainRouteTable.Propagate(it.Gateway);

        Assert.Equal(reachable, Ask(it.Network, it.App, it.Host, Tcp(443)).Verdict == Verdict.Reachable);
    }

    /// <summary>A VPC 10.0/16 on a transit gateway, and a site that a VPN connection and a Direct Connect gateway may join to it.</summary>
    sealed class TransitSite
    {
        public TransitSite(bool vpcPropagates = true)
        {
            var region = Network.Region("us-east-1");
            var vpc = region.Vpc("v", "10.0.0.0/16");
            Vpc = vpc;
            Gateway = region.TransitGateway("tgw", defaultRouteTable: false);
            Table = Gateway.RouteTable("all");
            var app = vpc.Subnet("app", "10.0.1.0/24", "a");
            App = app.Instance("app", Open(vpc));
            vpc.MainRouteTable.Route("192.168.0.0/16", Gateway);
            var attachment = Gateway.Attach("v", app);
            Table.Associate(attachment);
            _ = vpcPropagates ? Table.Propagate(attachment) : Table;
            Site = Network.Site("paris", 65010).Prefix("192.168.0.0/16");
            Host = Site.Host("mainframe", "192.168.1.10");
            Region = region;
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public TransitGatewayBuilder Gateway { get; }

        public TransitGatewayRouteTableBuilder Table { get; }

        public InstanceBuilder App { get; }

        public SiteBuilder Site { get; }

        public SiteHostBuilder Host { get; }

        public TransitGatewayVpnAttachmentBuilder Vpn(Action<VpnConnectionBuilder>? configure = null, bool propagates = true)
        {
            var vpn = Gateway.AttachVpn("vpn", Site.CustomerGateway("edge"), configure);
            Table.Associate(vpn);
            _ = propagates ? Table.Propagate(vpn) : Table;
            return vpn;
        }

        public TransitGatewayDirectConnectAttachmentBuilder DirectConnect(Action<VirtualInterfaceBuilder>? configure = null)
        {
            var direct = Network.DirectConnectGateway("dxgw", 64600);
            var attachment = Gateway.AttachDirectConnect("dx", direct);
            Table.Associate(attachment).Propagate(attachment);
            var virtualInterface = Site.DirectConnect("line", "EqDC2", Region).TransitVirtualInterface("dx", 101, direct);
            configure?.Invoke(virtualInterface);
            return attachment;
        }
    }

    [Fact]
    public void I_2_A_site_joins_a_transit_gateway_by_VPN_in_both_directions()
    {
        var it = new TransitSite();
        it.Vpn();

        AssertReachable(Ask(it.Network, it.App, it.Host, Tcp(443)));
        AssertReachable(Ask(it.Network, it.Host, it.App, Tcp(443)));
    }

    [Fact]
    public void I_2_A_site_is_told_what_the_associated_table_knows()
    {
        var it = new TransitSite(vpcPropagates: false);
        it.Vpn();

        AssertForwardBlocked("NoRouteToDestination paris", Ask(it.Network, it.Host, it.App, Tcp(443)));
    }

    [Theory]
    [Trait("Vector", "interconnect 2.5")]
    [InlineData(false, "dx")]
    [InlineData(true, "vpn")]
    public void I_2_Golden_vector_5_Direct_Connect_hides_VPN_until_it_is_withdrawn(bool withdrawn, string by)
    {
        var it = new TransitSite();
        it.Vpn();
        it.DirectConnect(dx => _ = withdrawn ? dx.Down() : dx).Allow("10.0.0.0/16");

        var trace = Ask(it.Network, it.App, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(by, Passed(trace.Forward, by == "dx" ? "virtual-interface" : "vpn-connection"));
    }

    [Fact]
    public void I_6_A_static_route_to_a_VPN_beats_what_Direct_Connect_propagates()
    {
        var it = new TransitSite();
        it.Table.Route("192.168.0.0/16", it.Vpn());
        it.DirectConnect().Allow("10.0.0.0/16");

        Assert.Equal("vpn", Passed(Ask(it.Network, it.App, it.Host, Tcp(443)).Forward, "vpn-connection"));
    }

    [Fact]
    [Trait("Vector", "interconnect 2.2")]
    public void I_2_Golden_vector_2_A_static_route_to_a_VPN_beats_what_a_VPC_propagates()
    {
        var it = new TransitSite();
        var other = it.Region.Vpc("w", "10.1.0.0/16");
        var subnet = other.Subnet("s", "10.1.1.0/24", "a");
        subnet.Instance("server", Open(other)).PrivateIp("10.1.1.5");
        var attachment = it.Gateway.Attach("w", subnet);
        it.Table.Associate(attachment).Propagate(attachment);
        it.Vpc.MainRouteTable.Route("10.1.0.0/16", it.Gateway);
        other.MainRouteTable.Route("10.0.0.0/16", it.Gateway);
        var vpn = it.Vpn();
        Assert.Equal("", Passed(Ask(it.Network, it.App, "10.1.1.5", Tcp(443)).Forward, "vpn-connection"));

        it.Table.Route("10.1.0.0/16", vpn);

        // The site knows no host of these addresses, and so sends back what it is sent.
        Assert.StartsWith("vpn", Passed(Ask(it.Network, it.App, "10.1.1.5", Tcp(443)).Forward, "vpn-connection"), StringComparison.Ordinal);
    }

    [Fact]
    public void I_2_A_static_route_survives_the_tunnels_that_it_leads_to()
    {
        var it = new TransitSite();
        it.Table.Route("192.168.0.0/16", it.Vpn(vpn => vpn.Down()));

        AssertForwardBlocked("VpnTunnelDown us-east-1/vpn", Ask(it.Network, it.App, it.Host, Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-2.17")]
    [Trait("Vector", "interconnect 6.4")]
    [Trait("Vector", "interconnect 6.5")]
    [InlineData("10.0.0.0/24", false)]
    [InlineData("10.0.1.0/24", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("", false)]
    public void I_6_Allowed_prefixes_of_a_transit_gateway_are_what_is_told(string allowed, bool reachable)
    {
        var it = new TransitSite();
        var dx = it.DirectConnect();
        _ = allowed.Length > 0 ? dx.Allow(allowed) : dx;

        var trace = Ask(it.Network, it.Host, it.App, Tcp(443));

        if (reachable)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("NoRouteToDestination paris", trace);
        }
    }
}
