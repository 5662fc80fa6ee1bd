using NetDsl.Addressing;
using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>
    /// A VPC 10.0/16 with an internet gateway; clients 172.20.0.0/22 come in by the public subnet 10.0.1.0/24. Users e, d and m are each in the
    /// group of their name.
    /// </summary>
    sealed class ClientVpnNetwork
    {
        public ClientVpnNetwork(bool gateway = true)
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("shop", "10.0.0.0/16");
            Landing = Vpc.Subnet("landing", "10.0.1.0/24", "a");
            App = Vpc.Subnet("app", "10.0.2.0/24", "b");
            if (gateway)
            {
                Landing.RouteTable("landing").Route(AnyIpv4, Vpc.InternetGateway("igw"));
            }

            Remote = Vpc.SecurityGroup("remote");
            Endpoint = Vpc.ClientVpn("vpn", "172.20.0.0/22", ClientVpnAuthentication.Saml).Associate(Landing).SecurityGroup(Remote);
            (E, D, M) = (Endpoint.Client("e", ["E"]), Endpoint.Client("d", ["D"]), Endpoint.Client("m", ["M"]));
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public SubnetBuilder Landing { get; }

        public SubnetBuilder App { get; }

        public SecurityGroupBuilder Remote { get; }

        public ClientVpnBuilder Endpoint { get; }

        public VpnClientBuilder E { get; }

        public VpnClientBuilder D { get; }

        public VpnClientBuilder M { get; }

        /// <summary>The rules of the vectors of section 8, and a route to everything.</summary>
        public ClientVpnNetwork WithVectors()
        {
            Endpoint
                .Route(AnyIpv4)
                .Authorize("172.16.0.0/24", "E")
                .Authorize("10.0.0.0/16", "D")
                .Authorize(AnyIpv4, "M")
                .Authorize("10.0.2.119/32", "M");
            return this;
        }
    }

    [Theory]
    [Trait("Vector", "interconnect 8.2")]
    [Trait("Rule", "I-8.5")]
    [Trait("Vector", "interconnect 8.1")]
    [Trait("Rule", "I-8.5")]
    [Trait("Vector", "interconnect 8.8")]
    [Trait("Vector", "interconnect 8.3")]
    [Trait("Vector", "interconnect 8.4")]
    [Trait("Vector", "interconnect 8.5")]
    [Trait("Vector", "interconnect 8.6")]
    [Trait("Vector", "interconnect 8.7")]
    [InlineData("D", "10.0.2.119", false)]
    [InlineData("D", "10.0.2.120", true)]
    [InlineData("M", "10.0.2.120", false)]
    [InlineData("M", "8.8.8.8", true)]
    [InlineData("E", "172.16.0.9", true)]
    [InlineData("M", "172.16.0.9", false)]
    [InlineData("M", "192.168.0.1", true)]
    public void I_8_The_longest_prefix_of_all_rules_decides(string user, string destination, bool allowed)
    {
        var it = new ClientVpnNetwork().WithVectors();
        AssertAuthorized(allowed, it, user, destination);
    }

    [Theory]
    [Trait("Rule", "I-8.5")]
    [Trait("Vector", "interconnect 8.8")]
    [InlineData("E", "192.168.0.1", false)]
    [InlineData("M", "192.168.0.1", true)]
    [InlineData("E", "8.8.8.8", true)]
    public void I_8_A_more_specific_rule_for_others_takes_access_away(string user, string destination, bool allowed)
    {
        var it = new ClientVpnNetwork().WithVectors();
        it.Endpoint.Authorize("192.168.0.0/24", "M").Authorize(AnyIpv4, "E");
        AssertAuthorized(allowed, it, user, destination);
    }

    [Fact]
    [Trait("Rule", "I-8.6")]
    [Trait("Rule", "I-8.8")]
    public void I_8_A_client_shows_the_address_of_its_association_and_its_group()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.Authorize("10.0.0.0/16");
        var app = it.App.Instance("app", it.Vpc.SecurityGroup("app").Ingress(Tcp(443), from: it.Remote));

        var trace = Ask(it.Network, it.E, app, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("10.0.1.4", Last(trace.Forward).Source.ToString());
        Assert.Equal("172.20.0.2", Last(trace.Return).Destination.ToString());
        Assert.Equal("us-east-1/shop/vpn/e", trace.Return.Receiver);
        Assert.Equal(["client-vpn-endpoint", "client-vpn-endpoint", "client-vpn-association", "client-vpn-association"], trace.Forward.Hops.Take(4).Select(hop => hop.Kind));
    }

    [Fact]
    [Trait("Rule", "I-8.4")]
    public void I_8_Without_a_route_of_the_association_a_packet_goes_nowhere()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.Authorize(AnyIpv4);
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/shop/vpn", Ask(it.Network, it.E, "8.8.8.8", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8.4")]
    public void I_8_Routes_are_those_of_the_association_that_the_client_landed_on()
    {
        var it = new ClientVpnNetwork();
        it.App.RouteTable("app").Route(AnyIpv4, it.Landing.NatGateway("nat"));
        it.Endpoint.Associate(it.App).Authorize(AnyIpv4).Route(AnyIpv4, by: it.App);
        var late = it.Endpoint.Client("late", by: it.App);

        AssertForwardBlocked("ClientVpnNoRoute us-east-1/shop/vpn", Ask(it.Network, it.E, "8.8.8.8", Tcp(443)));
        AssertReachable(Ask(it.Network, late, "8.8.8.8", Tcp(443)));
    }

    [Fact]
    public void I_8_A_block_that_comes_after_the_association_has_no_route()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.Authorize(AnyIpv4);
        it.Vpc.SecondaryCidr("100.64.0.0/16");
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/shop/vpn", Ask(it.Network, it.E, "100.64.0.9", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8.7")]
    public void I_8_The_internet_is_reached_by_the_elastic_address_of_the_interface()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.Route(AnyIpv4).Authorize(AnyIpv4);
        var trace = AskInternet(it.Network, it.E, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("203.0.113.1", Last(trace.Forward).Source.ToString());
    }

    [Fact]
    public void I_8_Without_a_way_out_of_the_subnet_there_is_no_internet()
    {
        var it = new ClientVpnNetwork(gateway: false);
        it.Endpoint.Route(AnyIpv4).Authorize(AnyIpv4);
        AssertForwardBlocked("NoRouteToDestination us-east-1/shop/main", AskInternet(it.Network, it.E, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8.7")]
    public void I_8_A_peer_is_reached_because_the_source_is_of_the_vpc()
    {
        var it = new ClientVpnNetwork();
        var other = it.Region.Vpc("other", "10.1.0.0/16");
        var host = other.Subnet("s", "10.1.0.0/24", "a").Instance("host", Open(other));
        var peering = it.Network.Peer("pcx", it.Vpc, other);
        other.MainRouteTable.Route("10.0.0.0/16", peering);
        it.Vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        it.Endpoint.Associate(it.App).Route("10.1.0.0/16").Authorize("10.1.0.0/16");
        AssertReachable(Ask(it.Network, it.Endpoint.Client("far", by: it.App), host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8.7")]
    public void I_8_Groups_of_the_interface_judge_what_clients_send()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.Authorize("10.0.0.0/16");
        it.Remote.Egress(Tcp(443), to: "10.0.2.0/24");
        var app = it.App.Instance("app", Open(it.Vpc));
        AssertReachable(Ask(it.Network, it.E, app, Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/shop/vpn/landing", Ask(it.Network, it.E, app, Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "I-8.9")]
    public void I_8_Clients_reach_each_other_by_a_local_route_and_a_rule_for_everybody()
    {
        var it = new ClientVpnNetwork();
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/shop/vpn", Ask(it.Network, it.E, it.D, Tcp(22)));
        it.Endpoint.ClientToClient();
        AssertForwardBlocked("ClientVpnNotAuthorized us-east-1/shop/vpn", Ask(it.Network, it.E, it.D, Tcp(22)));
        it.Endpoint.Authorize("172.20.0.0/22");
        AssertReachable(Ask(it.Network, it.E, it.D, Tcp(22)));
        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/shop/vpn", Ask(it.Network, it.E, "172.20.3.9", Tcp(22)));
    }

    [Fact]
    public void I_8_Nobody_in_the_vpc_can_open_a_flow_to_a_client()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.Authorize("10.0.0.0/16");
        var app = it.App.Instance("app", Open(it.Vpc));
        AssertForwardBlocked("NoRouteToDestination us-east-1/shop/main", Ask(it.Network, app, it.E, Tcp(22)));
        AssertForwardBlocked("NatUnsolicited us-east-1/shop/vpn/landing", Ask(it.Network, app, "10.0.1.4", Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "I-8.3")]
    public void I_8_A_split_tunnel_carries_what_has_a_route()
    {
        var it = new ClientVpnNetwork();
        it.Endpoint.SplitTunnel().Authorize(AnyIpv4);
        var app = it.App.Instance("app", Open(it.Vpc));
        AssertReachable(Ask(it.Network, it.E, app, Tcp(443)));
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/shop/vpn", Ask(it.Network, it.E, "8.8.8.8", Tcp(443)));
    }

    void AssertAuthorized(bool allowed, ClientVpnNetwork it, string user, string destination)
    {
        var client = user switch { "E" => it.E, "D" => it.D, _ => it.M };
        var trace = Ask(Built(it.Network), NetDsl.Endpoint.Of(client.Id), NetDsl.Endpoint.Of(Ipv4Address.Parse(destination)), Tcp(443));
        Assert.Equal(allowed, trace.Forward.Code != DropCode.ClientVpnNotAuthorized);
        Assert.NotEqual(DropCode.ClientVpnNoRoute, trace.Forward.Code);
    }
}
