using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Client VPN endpoints that are attached to transit gateways: interconnect section 2, and section 8 for that shape.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>VPCs A 10.0/16 and B 10.1/16 at a gateway with one table, and clients 172.20.0.0/22, of whom E, D and M are each in the group of their name.</summary>
    sealed class RemoteHub
    {
        public RemoteHub(bool propagates = true, bool associates = true, bool addsRoutes = true)
        {
            It.Gateway.CidrBlock("100.127.0.0/24");
            Table = It.Gateway.RouteTable("all");
            foreach (var vpc in new[] { "a", "b" })
            {
                var attached = It.Attach(vpc);
                Table.Associate(attached).Propagate(attached);
            }

            Remote = It.Gateway.AttachClientVpn("remote", "172.20.0.0/22", ClientVpnAuthentication.Saml);
            _ = associates ? Table.Associate(Remote) : Table;
            _ = propagates ? Table.Propagate(Remote) : Table;
            _ = addsRoutes ? Endpoint.Route(AnyIpv4) : Endpoint;
            (E, D, M) = (Endpoint.Client("e", ["E"]), Endpoint.Client("d", ["D"]), Endpoint.Client("m", ["M"]));
        }

        public TransitNetwork It { get; } = new(defaultRouteTable: false);

        public NetworkBuilder Network => It.Network;

        public TransitGatewayRouteTableBuilder Table { get; }

        public TransitGatewayClientVpnAttachmentBuilder Remote { get; }

        public ClientVpnBuilder Endpoint => Remote.Endpoint;

        public VpnClientBuilder E { get; }

        public VpnClientBuilder D { get; }

        public VpnClientBuilder M { get; }
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    [Trait("Rule", "I-2 client VPN")]
    public void I_8_At_a_transit_gateway_a_client_shows_its_own_address_and_no_group_is_asked_of_it()
    {
        var hub = new RemoteHub();
        hub.Endpoint.Authorize("10.0.0.0/8");

        var trace = Ask(hub.Network, hub.E, hub.It.Host("a"), Tcp(443));

        AssertReachable(trace);
        Assert.Equal(("172.20.0.2", "172.20.0.2"), (Last(trace.Forward).Source.ToString(), Last(trace.Return).Destination.ToString()));
        Assert.Equal(("remote a", "a remote"), (Passed(trace.Forward, "transit-gateway-attachment"), Passed(trace.Return, "transit-gateway-attachment")));
        Assert.Equal(
            ["client-vpn-endpoint", "client-vpn-endpoint", "transit-gateway-attachment", "transit-gateway-route-table"], trace.Forward.Hops.Take(4).Select(hop => hop.Kind));
        Assert.Equal(("us-east-1/tgw/remote/e", ""), (trace.Return.Receiver, Passed(trace.Forward, "client-vpn-association")));
    }

    [Theory]
    [Trait("Rule", "I-8 transit gateway")]
    [Trait("Rule", "I-8.5")]
    [InlineData("D", "10.0.2.119", false)]
    [InlineData("D", "10.0.2.120", true)]
    [InlineData("M", "10.0.2.120", false)]
    [InlineData("M", "10.0.2.119", true)]
    [InlineData("E", "172.16.0.9", true)]
    [InlineData("M", "192.168.0.1", true)]
    public void I_8_At_a_transit_gateway_the_longest_prefix_of_all_rules_decides(string user, string destination, bool allowed)
    {
        var hub = new RemoteHub();
        hub.Endpoint.Authorize("172.16.0.0/24", "E").Authorize("10.0.0.0/16", "D").Authorize(AnyIpv4, "M").Authorize("10.0.2.119/32", "M");

        var trace = Ask(hub.Network, user switch { "E" => hub.E, "D" => hub.D, _ => hub.M }, destination, Tcp(443));

        Assert.Equal(allowed, trace.Forward.Code != DropCode.ClientVpnNotAuthorized);
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    [Trait("Rule", "I-8.4")]
    public void I_8_At_a_transit_gateway_routes_are_those_that_are_written()
    {
        var hub = new RemoteHub(addsRoutes: false);
        hub.Endpoint.Authorize(AnyIpv4).Route("10.1.0.0/16");

        AssertForwardBlocked("ClientVpnNoRoute us-east-1/tgw/remote", Ask(hub.Network, hub.E, hub.It.Host("a"), Tcp(443)));
        AssertReachable(Ask(hub.Network, hub.E, hub.It.Host("b"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    public void I_8_Who_is_attached_reaches_clients_and_their_replies_are_authorized_too()
    {
        var hub = new RemoteHub();
        AssertReplyBlocked("ClientVpnNotAuthorized us-east-1/tgw/remote", Ask(hub.Network, hub.It.Host("a"), hub.E, Tcp(22)));
        hub.Endpoint.Authorize("10.0.0.0/16");
        AssertReachable(Ask(hub.Network, hub.It.Host("a"), hub.E, Tcp(22)));
        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/tgw/remote", Ask(hub.Network, hub.It.Host("a"), "172.20.3.9", Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "I-2 client VPN")]
    [Trait("Rule", "I-2.7")]
    public void I_2_Without_propagation_nothing_finds_the_way_back_to_clients()
    {
        var hub = new RemoteHub(propagates: false);
        hub.Endpoint.Authorize(AnyIpv4);
        AssertReplyBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Ask(hub.Network, hub.E, hub.It.Host("a"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    public void I_8_A_vpc_without_a_route_to_the_clients_loses_its_replies()
    {
        var hub = new RemoteHub();
        hub.Endpoint.Authorize(AnyIpv4);
        hub.It.Subnet("a/s-a").RouteTable("lonely");
        AssertReplyBlocked("NoRouteToDestination us-east-1/a/lonely", Ask(hub.Network, hub.E, hub.It.Host("a"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-2.3")]
    [Trait("Rule", "I-2 client VPN")]
    public void I_2_Without_a_table_clients_get_nowhere()
    {
        var hub = new RemoteHub(associates: false);
        hub.Endpoint.Authorize(AnyIpv4);
        AssertForwardBlocked("TgwAttachMissingTgwRtbAssociation us-east-1/tgw/remote", Ask(hub.Network, hub.E, hub.It.Host("a"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-2 states")]
    [Trait("Rule", "I-2 client VPN")]
    public void I_2_Only_an_available_attachment_carries_clients()
    {
        var hub = new RemoteHub();
        hub.Endpoint.Authorize(AnyIpv4).ClientToClient();
        hub.Endpoint.Authorize("172.20.0.0/22");
        hub.Remote.InState(TransitGatewayAttachmentState.PendingAcceptance);

        AssertForwardBlocked("BadStateRoute us-east-1/tgw/remote", Ask(hub.Network, hub.E, hub.It.Host("a"), Tcp(443)));
        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Ask(hub.Network, hub.It.Host("a"), hub.E, Tcp(443)));
        AssertReachable(Ask(hub.Network, hub.E, hub.D, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8.9")]
    [Trait("Rule", "I-8 transit gateway")]
    public void I_8_Clients_of_two_endpoints_reach_each_other_by_the_transit_gateway_and_of_one_by_a_local_route()
    {
        var hub = new RemoteHub();
        var partners = hub.It.Gateway.AttachClientVpn("partners", "172.24.0.0/22");
        hub.Table.Associate(partners).Propagate(partners);
        var partner = partners.Endpoint.Route("172.20.0.0/22").Authorize("172.20.0.0/22").Client("p");
        hub.Endpoint.Authorize("172.24.0.0/22");

        var trace = Ask(hub.Network, hub.E, partner, Tcp(22));

        AssertReachable(trace);
        Assert.Equal(("remote partners", "partners remote"), (Passed(trace.Forward, "transit-gateway-attachment"), Passed(trace.Return, "transit-gateway-attachment")));
        AssertForwardBlocked("ClientVpnNotAuthorized us-east-1/tgw/remote", Ask(hub.Network, hub.E, hub.D, Tcp(22)));
        hub.Endpoint.ClientToClient().Authorize("172.20.0.0/22");
        var among = Ask(hub.Network, hub.E, hub.D, Tcp(22));
        AssertReachable(among);
        Assert.Equal("", Passed(among.Forward, "transit-gateway-attachment"));
    }

    [Fact]
    [Trait("Rule", "I-2 peering")]
    [Trait("Rule", "I-2 client VPN")]
    public void I_2_Clients_cross_a_peering_of_gateways_by_static_routes_of_both()
    {
        var hub = new RemoteHub();
        hub.Endpoint.Authorize(AnyIpv4);
        var ireland = hub.Network.Region("eu-west-1");
        var far = ireland.Vpc("far", "10.9.0.0/16");
        var subnet = far.Subnet("s", "10.9.0.0/24", "a");
        var host = subnet.Instance("host", Open(far));
        var there = ireland.TransitGateway("there", defaultRouteTable: false);
        var attached = there.Attach("far", subnet);
        far.MainRouteTable.Route(AnyIpv4, there);
        var peering = hub.It.Gateway.Peer("ireland", there);
        peering.AcceptedBy(hub.Network.DefaultAccount);
        var table = there.RouteTable("all").Associate(attached).Propagate(attached).Associate(peering.Accepter);
        hub.Table.Associate(peering).Route("10.9.0.0/16", peering);

        AssertReplyBlocked("TgwRtbNoRouteToTgwAttachment eu-west-1/there/all", Ask(hub.Network, hub.E, host, Tcp(443)));
        table.Route("172.20.0.0/22", peering.Accepter);
        var trace = Ask(hub.Network, hub.E, host, Tcp(443));
        AssertReachable(trace);
        Assert.Equal("far ireland ireland remote", Passed(trace.Return, "transit-gateway-attachment"));
    }

    [Theory]
    [Trait("Rule", "I-2 client VPN")]
    [Trait("Rule", "I-8 transit gateway")]
    [InlineData(true)]
    [InlineData(false)]
    public void I_2_Sites_are_told_of_clients_and_reach_them(bool byDirectConnect)
    {
        var it = new TransitSite();
        it.Gateway.CidrBlock("100.127.0.0/24");
        var remote = it.Gateway.AttachClientVpn("remote", "172.20.0.0/22");
        it.Table.Associate(remote).Propagate(remote);
        TransitGatewayAttachmentBuilder way = byDirectConnect ? it.DirectConnect().Allow("172.20.0.0/22") : it.Vpn();
        var client = remote.Endpoint.Route("192.168.0.0/16").Authorize("192.168.0.0/16").Client("ann");

        var trace = Ask(it.Network, client, it.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(($"remote {way.Name}", $"{way.Name} remote"), (Passed(trace.Forward, "transit-gateway-attachment"), Passed(trace.Return, "transit-gateway-attachment")));
        AssertReachable(Ask(it.Network, it.Host, client, Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "I-2 order")]
    [Trait("Rule", "I-2 client VPN")]
    public void I_2_Clients_are_the_last_that_a_prefix_leads_to()
    {
        var it = new TransitSite();
        it.Gateway.CidrBlock("100.127.0.0/24");
        it.Vpc.MainRouteTable.Route("172.20.0.0/22", it.Gateway);
        var remote = it.Gateway.AttachClientVpn("remote", "172.20.0.0/22");
        it.Table.Associate(remote).Propagate(remote);
        var client = remote.Endpoint.Route("10.0.0.0/16").Authorize("10.0.0.0/16").Client("ann");
        AssertReachable(Ask(it.Network, client, it.App, Tcp(443)));

        it.Vpn(vpn => vpn.Advertise("172.20.0.0/22"));
        var trace = Ask(it.Network, client, it.App, Tcp(443));
        Assert.Equal("v vpn", Passed(trace.Return, "transit-gateway-attachment"));
        Assert.Equal(Verdict.Blocked, trace.Verdict);

        it.Table.Route("172.20.0.0/22", remote);
        AssertReachable(Ask(it.Network, client, it.App, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-2 client VPN")]
    [Trait("Rule", "I-2 network function")]
    public void I_2_Clients_pass_a_network_function_in_both_directions()
    {
        var (it, spokes, function) = BehindFunction(isAssociated: false);
        it.Gateway.CidrBlock("100.127.0.0/24");
        var remote = it.Gateway.AttachClientVpn("remote", "172.20.0.0/22");
        spokes.Associate(remote);
        it.Gateway.RouteTable("behind").Associate(function).Propagate(it.AttachmentOf("a")).Propagate(remote);
        var client = remote.Endpoint.Route(AnyIpv4).Authorize(AnyIpv4).Client("ann");

        var trace = Ask(it.Network, client, it.Host("a"), Tcp(443));

        AssertReachable(trace);
        Assert.Equal("remote firewall firewall a", Passed(trace.Forward, "transit-gateway-attachment"));
        Assert.Equal("a firewall firewall remote", Passed(trace.Return, "transit-gateway-attachment"));
    }
}
