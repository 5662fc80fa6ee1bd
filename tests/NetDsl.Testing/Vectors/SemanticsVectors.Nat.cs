using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>R-3.5: 10.0.1.5 in a private subnet, a NAT gateway in a public one, each subnet with an ACL of its own.</summary>
    sealed class NatNetwork
    {
        public NatNetwork()
        {
            Edge = new EdgeNetwork();
            Nat = Edge.Public.NatGateway("nat").PrivateIp("10.0.0.220").ElasticIp(Edge.Region.ElasticIp("nat", "203.0.113.20"));
            Edge.PrivateTable.Route(AnyIpv4, Nat);
            Host = Edge.Private.Instance("host", Edge.Group).PrivateIp("10.0.1.5");
            PrivateAcl = Edge.Vpc.NetworkAcl("P");
            PublicAcl = Edge.Vpc.NetworkAcl("Q");
            Edge.Private.Associate(PrivateAcl);
            Edge.Public.Associate(PublicAcl);
            foreach (var acl in new[] { PrivateAcl, PublicAcl })
            {
                acl.AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
            }
        }

        public EdgeNetwork Edge { get; }

        public NatGatewayBuilder Nat { get; }

        public InstanceBuilder Host { get; }

        public NetworkAclBuilder PrivateAcl { get; }

        public NetworkAclBuilder PublicAcl { get; }
    }

    [Fact]
    public void R_3_5_A_flow_through_a_nat_gateway_meets_six_acl_evaluations()
    {
        var it = new NatNetwork();

        var trace = AskInternet(it.Edge.Network, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("P Q Q", Acls(trace.Forward));
        Assert.Equal("Q Q P", Acls(trace.Return));
        Assert.Equal("tcp 203.0.113.20:1024 -> 198.51.100.7:443", Last(trace.Forward).ToString());
        Assert.Equal("tcp 198.51.100.7:443 -> 10.0.1.5:49152", Last(trace.Return).ToString());
    }

    [Theory]
    [InlineData("P", false, 443, 443, "198.51.100.0/24", true)]
    [InlineData("Q", true, 443, 443, "10.0.1.5/32", true)]
    [InlineData("Q", false, 443, 443, "198.51.100.0/24", true)]
    [InlineData("Q", true, 1024, 1024, "198.51.100.0/24", false)]
    [InlineData("Q", false, 49152, 49152, "10.0.1.5/32", false)]
    [InlineData("P", true, 49152, 49152, "198.51.100.0/24", false)]
    public void R_3_5_Any_one_denial_of_the_six_breaks_the_flow(string acl, bool inbound, int first, int last, string peer, bool forward)
    {
        var it = new NatNetwork();
        var at = acl == "P" ? it.PrivateAcl : it.PublicAcl;
        _ = inbound ? at.DenyInbound(50, TcpRange(first, last), peer) : at.DenyOutbound(50, TcpRange(first, last), peer);

        var trace = AskInternet(it.Edge.Network, it.Host, Tcp(443));

        var why = $"SubnetAclRestriction us-east-1/v/{acl}";
        if (forward)
        {
            AssertForwardBlocked(why, trace);
        }
        else
        {
            AssertReplyBlocked(why, trace);
        }
    }

    [Fact]
    public void R_3_1_Other_protocols_than_tcp_udp_and_icmp_are_not_translated()
    {
        var it = new NatNetwork();

        AssertForwardBlocked("NatUnsupportedProtocol us-east-1/v/nat", AskInternet(it.Edge.Network, it.Host, IpProtocol(50)));
        AssertReachable(AskInternet(it.Edge.Network, it.Host, Udp(53)));
    }

    [Fact]
    public void R_3_6_The_echo_identifier_plays_the_ports_part()
    {
        var it = new NatNetwork();

        var trace = Ask(Built(it.Edge.Network), Endpoint.Of(it.Host.Id), Internet, Icmp, sourcePort: 77);

        AssertReachable(trace);
        Assert.Equal(1024, Last(trace.Forward).SourcePort);
        Assert.Equal(77, Last(trace.Return).SourcePort);
    }

    [Fact]
    public void R_3_6_A_first_flow_leaves_by_the_primary_address_and_the_secondary_ones_admit_nothing_either()
    {
        var it = new NatNetwork();
        it.Nat.Address(it.Edge.Region.ElasticIp("second", "203.0.113.21"), "10.0.0.221");
        var topology = Built(it.Edge.Network);

        var trace = Ask(topology, Endpoint.Of(it.Host.Id), Internet, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("tcp 203.0.113.20:1024 -> 198.51.100.7:443", Last(trace.Forward).ToString());
        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/nat", Ask(topology, Internet, Endpoint.Of(Ipv4Address.Parse("203.0.113.21")), Tcp(1024)));
        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/nat", Ask(topology, Endpoint.Of(it.Host.Id), Endpoint.Of(Ipv4Address.Parse("10.0.0.221")), Icmp));
    }

    [Fact]
    public void R_3_2_A_nat_gateway_whose_subnet_has_no_way_out_drops_there()
    {
        var it = new EdgeNetwork();
        var stuck = it.Vpc.Subnet("stuck", "10.0.2.0/24", "a");
        stuck.RouteTable("stuck");
        it.PrivateTable.Route(AnyIpv4, stuck.NatGateway("nat"));

        AssertForwardBlocked("NoRouteToDestination us-east-1/v/stuck", AskInternet(it.Network, it.Private.Instance("host", it.Group), Tcp(443)));
    }

    [Fact]
    public void A_nat_gateway_whose_own_table_leads_back_to_it_loops()
    {
        var it = new EdgeNetwork();
        it.PrivateTable.Route(AnyIpv4, it.Private.NatGateway("nat"));

        AssertForwardBlocked("ForwardingLoop us-east-1/v/private", AskInternet(it.Network, it.Private.Instance("host", it.Group), Tcp(443)));
    }

    [Fact]
    public void R_3_8_A_nat_gateway_admits_nothing_that_was_not_asked_for()
    {
        var it = new NatNetwork();
        var topology = Built(it.Edge.Network);

        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/nat", Ask(topology, Internet, Endpoint.Of(Ipv4Address.Parse("203.0.113.20")), Tcp(1024)));
        AssertForwardBlocked(
            "NatUnsolicited us-east-1/v/nat", Ask(topology, Endpoint.Of(it.Host.Id), Endpoint.Of(Ipv4Address.Parse("10.0.0.220")), Icmp));
    }

    [Fact]
    public void R_3_8_An_answer_from_another_address_is_unsolicited()
    {
        // The server is asked at its elastic address, and answers through a NAT gateway of its own.
        var it = new NatNetwork();
        var other = it.Edge.Region.Vpc("w", "10.1.0.0/16");
        var gateway = other.InternetGateway("w-igw");
        var edge = other.Subnet("edge", "10.1.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, gateway);
        var inside = other.Subnet("inside", "10.1.1.0/24", "a");
        inside.RouteTable("inside").Route(AnyIpv4, edge.NatGateway("w-nat"));
        inside.Instance("server", Open(other)).ElasticIp(it.Edge.Region.ElasticIp("server", "203.0.113.30"));

        AssertReplyBlocked("NatUnsolicited us-east-1/v/nat", Ask(it.Edge.Network, it.Host, "203.0.113.30", Tcp(443)));
    }

    [Fact]
    public void R_3_4_No_group_is_asked_at_a_nat_gateway()
    {
        var it = new NatNetwork();

        var trace = AskInternet(it.Edge.Network, it.Host, Tcp(443));

        Assert.Equal(
            "network-interface network-acl route-table network-acl nat-gateway network-acl route-table internet-gateway internet",
            string.Join(' ', trace.Forward.Hops.Select(hop => hop.Kind)));
    }

    [Fact]
    public void R_3_12_The_nat_gateway_of_a_peer_is_out_of_reach()
    {
        var it = new NatNetwork();
        var other = it.Edge.Region.Vpc("w", "10.1.0.0/16");
        other.MainRouteTable.Route(AnyIpv4, it.Edge.Network.Peer("pcx", other, it.Edge.Vpc));
        var host = other.Subnet("s", "10.1.0.0/24", "a").Instance("host", Open(other));

        AssertForwardBlocked("PcxRequiresAddressInVpcCidr pcx", AskInternet(it.Edge.Network, host, Tcp(443)));
    }

    [Fact]
    public void The_nat_gateway_of_another_vpc_is_a_dead_target()
    {
        var it = new NatNetwork();
        var other = it.Edge.Region.Vpc("w", "10.1.0.0/16");
        other.MainRouteTable.Route(AnyIpv4, it.Nat);
        var host = other.Subnet("s", "10.1.0.0/24", "a").Instance("host", Open(other));

        AssertForwardBlocked("BadStateRoute us-east-1/v/nat", AskInternet(it.Edge.Network, host, Tcp(443)));
    }
}
