using NetDsl.Addressing;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>The VPC of the table of, 10.0.0.0/16, with a host, and a peer 172.31.0.0/16 with another.</summary>
    sealed class LookupNetwork
    {
        public LookupNetwork()
        {
            Vpc = Network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
            Subnet = Vpc.Subnet("s", "10.0.0.0/24", "a");
            Host = Subnet.Instance("host", Open(Vpc)).PublicIp();
            Peer = Network.Region("us-east-1").Vpc("peer", "172.31.0.0/16");
            Peer.MainRouteTable.Route("10.0.0.0/16", Peering = Network.Peer("pcx", Vpc, Peer));
            PeerHost = Peer.Subnet("s", "172.31.5.0/24", "a").Instance("host", Open(Peer)).PrivateIp("172.31.5.5");
            Gateway = Vpc.InternetGateway("igw");
        }

        public NetworkBuilder Network { get; } = new();

        public VpcBuilder Vpc { get; }

        public SubnetBuilder Subnet { get; }

        public InstanceBuilder Host { get; }

        public VpcBuilder Peer { get; }

        public PeeringBuilder Peering { get; }

        public InstanceBuilder PeerHost { get; }

        public InternetGatewayBuilder Gateway { get; }

        public RouteTableBuilder Table => Vpc.MainRouteTable;
    }

    [Fact]
    public void R_1_9_A_peering_route_beats_the_default_route()
    {
        var it = new LookupNetwork();
        it.Table.Route("172.31.0.0/16", it.Peering).Route(AnyIpv4, it.Gateway);

        var trace = Ask(it.Network, it.Host, "172.31.5.5", Tcp(443));

        AssertReachable(trace);
        Assert.Equal(it.PeerHost.Id.Path, trace.Forward.Receiver);
    }

    [Fact]
    public void R_1_9_A_longer_prefix_beats_a_shorter_one_outside_the_vpc()
    {
        var it = new LookupNetwork();
        it.Table.Route("172.31.0.0/16", it.Gateway).Route("172.31.5.0/24", it.Peering);

        AssertReachable(Ask(it.Network, it.Host, it.PeerHost, Tcp(443)));
    }

    [Fact]
    public void R_1_9_A_blackhole_that_wins_drops_without_falling_through()
    {
        var it = new LookupNetwork();
        var pending = it.Network.Peer("pending", it.Vpc, it.Network.Region("eu-west-1").Vpc("far", "10.9.0.0/16"));
        it.Table.Route(AnyIpv4, it.Gateway).Route("192.0.2.0/24", pending);

        var trace = Ask(it.Network, it.Host, "192.0.2.5", Tcp(443));

        AssertForwardBlocked("BadStateRoute pending", trace);
        Assert.Equal(Outcome.Unknown, trace.Return.Outcome);
    }

    [Fact]
    public void R_1_9_Without_a_route_the_table_drops()
    {
        var it = new LookupNetwork();

        AssertForwardBlocked("NoRouteToDestination us-east-1/v/main", Ask(it.Network, it.Host, "192.0.2.5", Tcp(443)));
    }

    [Theory]
    [InlineData("169.254.169.200")]
    [InlineData("169.254.168.0")]
    [InlineData("169.254.171.255")]
    public void R_1_9_The_reserved_range_is_not_routed_even_under_a_wider_route(string address)
    {
        var it = new LookupNetwork();
        it.Table.Route(AnyIpv4, it.Gateway).Route("169.254.0.0/16", it.Peering);

        AssertForwardBlocked("ReservedRange us-east-1/v/main", Ask(it.Network, it.Host, address, Tcp(443)));
    }

    [Fact]
    public void R_1_9_Link_local_addresses_outside_the_reserved_range_are_ordinary()
    {
        var it = new LookupNetwork();
        it.Table.Route("169.254.0.0/16", it.Gateway);

        AssertForwardBlocked("NotRoutableOnInternet internet", Ask(it.Network, it.Host, "169.254.167.1", Tcp(443)));
    }

    [Fact]
    public void R_1_9_A_local_route_beats_an_entry_of_a_prefix_list_with_the_same_prefix()
    {
        var it = new LookupNetwork();
        it.Table.Route(it.Vpc.Region.PrefixList("pl", 1).Entry("10.0.0.0/16"), it.Peering);
        var other = it.Vpc.Subnet("t", "10.0.1.0/24", "a").Instance("other", it.Vpc.DefaultSecurityGroup).SecurityGroup(Admitting(it.Vpc));

        AssertReachable(Ask(it.Network, it.Host, other, Tcp(443)));
    }

    [Fact]
    public void R_1_14_A_static_route_more_specific_than_local_wins()
    {
        var it = new LookupNetwork();
        var target = it.Vpc.Subnet("t", "10.0.1.0/24", "a");
        var other = target.Instance("other", Admitting(it.Vpc));
        var nat = it.Vpc.Subnet("q", "10.0.2.0/24", "a").NatGateway("nat").PrivateIp("10.0.2.9");
        target.RouteTable("t");
        it.Subnet.RouteTable("s").Route("10.0.1.0/24", nat);

        var trace = Ask(it.Network, it.Host, other, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("10.0.2.9", Last(trace.Forward).Source.ToString());
    }

    [Fact]
    public void R_1_3_A_secondary_block_is_local_too()
    {
        var it = new LookupNetwork();
        it.Vpc.SecondaryCidr("100.64.0.0/16");
        var other = it.Vpc.Subnet("t", "100.64.3.0/24", "b").Instance("other", Admitting(it.Vpc));

        AssertReachable(Ask(it.Network, it.Host, other, Tcp(443)));
    }

    [Fact]
    public void R_1_15_Inside_a_subnet_neither_table_nor_acl_is_asked()
    {
        var it = new LookupNetwork();
        it.Subnet.Associate(it.Vpc.NetworkAcl("closed"));
        it.Subnet.RouteTable("s").Route("10.0.0.0/24", it.Vpc.Subnet("q", "10.0.2.0/24", "a").NatGateway("nat"));
        var neighbour = it.Subnet.Instance("neighbour", Admitting(it.Vpc));

        var trace = Ask(it.Network, it.Host, neighbour, Tcp(443));

        AssertReachable(trace);
        Assert.All(trace.Forward.Hops, hop => Assert.Equal("network-interface", hop.Kind));
    }

    [Fact]
    public void An_address_of_no_subnet_and_an_address_of_nobody_are_dropped_by_the_vpc()
    {
        var it = new LookupNetwork();

        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/v", Ask(it.Network, it.Host, "10.0.77.1", Tcp(443)));
        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/v", Ask(it.Network, it.Host, "10.0.0.200", Tcp(443)));
    }

    [Fact]
    public void Source_check_drops_what_has_a_foreign_source()
    {
        var it = new LookupNetwork();

        var trace = Ask(
            Built(it.Network),
            Endpoint.Of(it.Host.Id),
            Endpoint.Of(Ipv4Address.Parse("10.0.0.9")),
            Tcp(443),
            Ipv4Address.Parse("10.0.0.8"));

        AssertForwardBlocked("EniSourceDestCheckRestriction us-east-1/v/host", trace);
    }

    [Theory]
    [InlineData("169.254.169.253", "resolver")]
    [InlineData("10.0.0.2", "resolver")]
    [InlineData("169.254.169.254", "metadata")]
    [InlineData("169.254.169.123", "time")]
    public void R_4_8_Host_services_meet_no_group_no_acl_and_no_table(string address, string service)
    {
        var it = new LookupNetwork();
        var closed = it.Vpc.Subnet("closed", "10.0.9.0/24", "a")
            .Associate(it.Vpc.NetworkAcl("closed"))
            .Instance("closed", it.Vpc.SecurityGroup("closed").NoEgressByDefault());

        var trace = Ask(it.Network, closed, address, Udp(53));

        AssertReachable(trace);
        Assert.Equal(service, trace.Forward.Receiver);
        Assert.Equal(closed.Id.Path, trace.Return.Receiver);
    }

    [Fact]
    public void The_resolver_is_asked_at_the_vpcs_own_address_only()
    {
        var it = new LookupNetwork();
        it.Table.Route("172.31.0.0/16", it.Peering);

        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/peer", Ask(it.Network, it.Host, "172.31.0.2", Udp(53)));
    }

    [Fact]
    public void Overlapping_prefixes_bring_a_packet_to_another_interface_and_that_is_not_reachable()
    {
        var it = new LookupNetwork();
        var twin = it.Network.Region("eu-west-1").Vpc("twin", "10.0.0.0/16");
        var asked = twin.Subnet("s", "10.0.0.0/24", "a").Instance("asked").PrivateIp("10.0.0.50");
        var got = it.Subnet.Instance("got", Admitting(it.Vpc)).PrivateIp("10.0.0.50");

        var trace = Ask(it.Network, it.Host, asked, Tcp(443));

        Assert.Equal(got.Id.Path, trace.Forward.Receiver);
        Assert.Equal(Outcome.Delivered, trace.Return.Outcome);
        Assert.Equal(Verdict.Blocked, trace.Verdict);
    }

    static SecurityGroupBuilder Admitting(VpcBuilder vpc) => vpc.SecurityGroup("admitting").Ingress(AllTraffic, from: AnyIpv4);
}
