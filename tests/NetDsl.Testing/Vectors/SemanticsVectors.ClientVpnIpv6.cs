using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>IPv6 of Client VPN: interconnect section 8, steps 6 and 9.</summary>
public abstract partial class SemanticsVectors
{
    const string AppIpv6 = "2001:db8:0:101::4";

    /// <summary>A VPC of both families, and clients of both that come in by its public subnet, whose first free IPv6 addresses they have.</summary>
    sealed class DualClients
    {
        public DualClients(IpAddressType type = IpAddressType.Dualstack, bool authorizes = true)
        {
            App = It.Private.Instance("app", It.Group);
            Remote = It.Vpc.SecurityGroup("remote");
            Endpoint = It.Vpc.ClientVpn("vpn", type == IpAddressType.Ipv6 ? null : "172.20.0.0/22", ClientVpnAuthentication.Saml, type)
                .Associate(It.Public)
                .SecurityGroup(Remote)
                .Route(AnyIpv6);
            _ = authorizes ? Endpoint.Authorize(AnyIpv6) : Endpoint;
            (Ann, Bob) = (Endpoint.Client("ann", ["staff"]), Endpoint.Client("bob"));
        }

        public DualNetwork It { get; } = new();

        public NetworkBuilder Network => It.Network;

        public InstanceBuilder App { get; }

        public SecurityGroupBuilder Remote { get; }

        public ClientVpnBuilder Endpoint { get; }

        public VpnClientBuilder Ann { get; }

        public VpnClientBuilder Bob { get; }
    }

    [Theory]
    [Trait("Rule", "I-8 IPv6")]
    [InlineData(IpAddressType.Dualstack)]
    [InlineData(IpAddressType.Ipv6)]
    public void I_8_Nobody_translates_the_ipv6_of_clients_which_is_of_the_associated_subnet(IpAddressType type)
    {
        var clients = new DualClients(type);

        var trace = Ask(clients.Network, clients.Ann, AppIpv6, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(("2001:db8:0:100::4", "2001:db8:0:100::4"), (Last(trace.Forward).Source.ToString(), Last(trace.Return).Destination.ToString()));
        Assert.Equal(["client-vpn-endpoint", "client-vpn-endpoint", "client-vpn-association", "network-acl"], trace.Forward.Hops.Take(4).Select(hop => hop.Kind));
        Assert.Equal(["client-vpn-association", "vpn-client"], trace.Return.Hops.TakeLast(2).Select(hop => hop.Kind));
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "I-8.6")]
    public void I_8_A_dual_stack_client_is_translated_in_ipv4_all_the_same()
    {
        var clients = new DualClients();
        clients.Endpoint.Authorize(AnyIpv4);

        var trace = Ask(clients.Network, clients.Ann, clients.App, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("10.0.0.5", Last(trace.Forward).Source.ToString());
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "I-8.5")]
    public void I_8_Routes_and_rules_of_ipv6_decide_alike()
    {
        var clients = new DualClients(authorizes: false);
        AssertForwardBlocked("ClientVpnNotAuthorized us-east-1/v/vpn", Ask(clients.Network, clients.Ann, AppIpv6, Tcp(443)));
        clients.Endpoint.Authorize("2001:db8:0:101::/64", "staff").Authorize(AnyIpv6);
        AssertReachable(Ask(clients.Network, clients.Ann, AppIpv6, Tcp(443)));
        AssertForwardBlocked("ClientVpnNotAuthorized us-east-1/v/vpn", Ask(clients.Network, clients.Bob, AppIpv6, Tcp(443)));
        AssertReachable(Ask(clients.Network, clients.Bob, "2606:4700::1", Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "I-8.7")]
    [Trait("Rule", "I-8.8")]
    public void I_8_Groups_of_the_association_judge_ipv6_and_stand_for_it()
    {
        var clients = new DualClients();
        var admits = clients.It.Vpc.SecurityGroup("admits").Ingress(Tcp(443), from: clients.Remote);
        clients.It.Private.Instance("other", admits);
        AssertReachable(Ask(clients.Network, clients.Ann, "2001:db8:0:101::5", Tcp(443)));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/other", Ask(clients.Network, clients.Ann, "2001:db8:0:101::5", Tcp(22)));
        clients.Remote.Egress(Tcp(443), to: AnyIpv6);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/vpn/public", Ask(clients.Network, clients.Ann, AppIpv6, Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    public void I_8_A_flow_to_the_ipv6_of_a_client_is_let_in_by_the_groups_of_the_association()
    {
        var clients = new DualClients();
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/v/vpn/public", Ask(clients.Network, clients.App, "2001:db8:0:100::4", Tcp(22)));
        clients.Remote.Ingress(Tcp(22), from: clients.It.Group);
        var trace = Ask(clients.Network, clients.App, "2001:db8:0:100::4", Tcp(22));
        AssertReachable(trace);
        Assert.Equal("us-east-1/v/vpn/ann", trace.Forward.Receiver);
        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/v", Ask(clients.Network, clients.App, "2001:db8:0:100::99", Tcp(22)));
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "I-8.9")]
    public void I_8_Clients_do_not_reach_each_other_by_ipv6()
    {
        var clients = new DualClients();
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/v/vpn", Ask(clients.Network, clients.Ann, "2001:db8:0:100::5", Tcp(22)));
        clients.Endpoint.ClientToClient().Authorize("172.20.0.0/22");
        AssertReachable(Ask(clients.Network, clients.Ann, clients.Bob, Tcp(22)));
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/v/vpn", Ask(clients.Network, clients.Ann, "2001:db8:0:100::5", Tcp(22)));
    }

    [Theory]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "R-1.20")]
    [InlineData(false)]
    [InlineData(true)]
    public void I_8_The_internet_sees_the_ipv6_of_clients_by_both_kinds_of_gateway(bool egressOnly)
    {
        var clients = new DualClients();
        var behind = clients.It.Vpc.Subnet("behind", "10.0.9.0/24", "b").AssignIpv6().Associate(clients.It.PrivateTable);
        var eve = clients.Endpoint.Associate(behind).Route("2606:4700::/32", by: behind).Client("eve", by: behind);

        var trace = Ask(clients.Network, egressOnly ? eve : clients.Ann, "2606:4700::1", Tcp(443));

        AssertReachable(trace);
        Assert.Equal(egressOnly ? "2001:db8:0:103::4" : "2001:db8:0:100::4", Last(trace.Forward).Source.ToString());
        Assert.Equal(egressOnly ? "eigw" : "igw", Passed(trace.Return, egressOnly ? "egress-only-internet-gateway" : "internet-gateway"));
    }

    /// <summary>A VPC of both families at a gateway with blocks of both, and clients.</summary>
    static (NetworkBuilder Network, TransitGatewayClientVpnAttachmentBuilder Remote, InstanceBuilder Host, TransitGatewayBuilder Gateway) DualHub(IpAddressType type = IpAddressType.Dualstack)
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var gateway = region.TransitGateway("tgw").CidrBlock("100.127.0.0/24").CidrBlock("2001:db8:7f::/64");
        var vpc = region.Vpc("v", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
        var subnet = vpc.Subnet("app", "10.0.1.0/24", "a").AssignIpv6();
        var host = subnet.Instance("app", Open(vpc).Ingress(AllTraffic, from: AnyIpv6));
        gateway.Attach("v", subnet).Ipv6Support();
        var remote = gateway.AttachClientVpn("remote", type == IpAddressType.Ipv6 ? null : "172.20.0.0/22", addressType: type);
        remote.Endpoint.Route("2001:db8::/32").Authorize("2001:db8::/32");
        vpc.MainRouteTable.Route(remote.ClientIpv6CidrBlock, gateway);
        return (network, remote, host, gateway);
    }

    [Theory]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "I-8 transit gateway")]
    [InlineData(IpAddressType.Dualstack)]
    [InlineData(IpAddressType.Ipv6)]
    public void I_8_At_a_transit_gateway_clients_have_ipv6_of_a_block_of_its_own_and_it_is_propagated(IpAddressType type)
    {
        var (network, remote, host, _) = DualHub(type);
        var (ann, bob) = (remote.Endpoint.Client("ann"), remote.Endpoint.Client("bob"));

        var trace = Ask(network, ann, "2001:db8:0:100::4", Tcp(443));

        Assert.Equal("2001:db8:7f::/80", remote.ClientIpv6CidrBlock);
        AssertReachable(trace);
        Assert.Equal("2001:db8:7f::2", Last(trace.Forward).Source.ToString());
        Assert.Equal(("remote v", "v remote"), (Passed(trace.Forward, "transit-gateway-attachment"), Passed(trace.Return, "transit-gateway-attachment")));
        AssertReachable(Ask(network, host, "2001:db8:7f::3", Tcp(22)));
        AssertForwardBlocked("NoInterfaceWithAddress us-east-1/tgw/remote", Ask(network, host, "2001:db8:7f::9", Tcp(22)));
        AssertForwardBlocked("ClientVpnNoRoute us-east-1/tgw/remote", Ask(network, ann, "2001:db8:7f::3", Tcp(22)));
        Assert.NotEqual(ann, bob);
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    [Trait("Rule", "I-8 transit gateway")]
    public void I_8_Clients_of_two_endpoints_reach_each_other_by_ipv6_over_the_transit_gateway()
    {
        var (network, remote, _, gateway) = DualHub();
        var ann = remote.Endpoint.Client("ann");
        var others = gateway.AttachClientVpn("others", null, addressType: IpAddressType.Ipv6);
        others.Endpoint.Route(remote.ClientIpv6CidrBlock).Authorize(remote.ClientIpv6CidrBlock).Client("eve");

        var trace = Ask(network, ann, "2001:db8:7f:0:1::2", Tcp(443));

        Assert.Equal("2001:db8:7f:0:1::/80", others.ClientIpv6CidrBlock);
        AssertReachable(trace);
        Assert.Equal("us-east-1/tgw/others/eve", trace.Forward.Receiver);
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    public void I_8_The_ipv6_of_clients_crosses_a_transit_gateway_from_an_associated_subnet()
    {
        var clients = new DualClients();
        var region = clients.It.Region;
        var gateway = region.TransitGateway("tgw");
        var other = region.Vpc("other", "10.9.0.0/16").Ipv6Cidr("2001:db8:0:900::/56");
        var subnet = other.Subnet("s", "10.9.0.0/24", "a").AssignIpv6();
        subnet.Instance("host", Open(other).Ingress(AllTraffic, from: AnyIpv6));
        gateway.Attach("v", clients.It.Public).Ipv6Support();
        gateway.Attach("other", subnet).Ipv6Support();
        clients.It.PublicTable.Route("2001:db8:0:900::/56", gateway);
        other.MainRouteTable.Route("2001:db8:0:100::/56", gateway);

        var trace = Ask(clients.Network, clients.Ann, "2001:db8:0:900::4", Tcp(443));

        AssertReachable(trace);
        Assert.Equal("2001:db8:0:100::4", Last(trace.Forward).Source.ToString());
    }
}
