using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Private IP VPN over Direct Connect: interconnect section 2, lookup order, and section 5.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>A VPC and a site that a transit gateway joins by VPN over Direct Connect, on which the site tells of its device only.</summary>
    sealed class PrivateIpNetwork
    {
        public PrivateIpNetwork(string told = "172.31.0.1/32", string allowed = "10.255.0.0/24")
        {
            Base.Gateway.CidrBlock("10.255.0.0/24");
            Direct = Base.Network.DirectConnectGateway("dxgw", 64700);
            Transport = Base.Gateway.AttachDirectConnect("dx", Direct).Allow(allowed);
            Line = Base.Site.DirectConnect("line", "EqDC2", Base.Region).TransitVirtualInterface("vif", 101, Direct).Advertise(told);
            Device = Base.Site.CustomerGateway("inner", "172.31.0.1");
        }

        public TransitSite Base { get; } = new();

        public DirectConnectGatewayBuilder Direct { get; }

        public TransitGatewayDirectConnectAttachmentBuilder Transport { get; }

        public VirtualInterfaceBuilder Line { get; }

        public CustomerGatewayBuilder Device { get; }

        public TransitGatewayVpnAttachmentBuilder Vpn(string name, Action<VpnConnectionBuilder>? configure = null)
        {
            var vpn = Base.Gateway.AttachVpn(name, Device, connection =>
            {
                connection.PrivateIp(Transport);
                configure?.Invoke(connection);
            });
            Base.Table.Associate(vpn).Propagate(vpn);
            return vpn;
        }
    }

    Trace Out(PrivateIpNetwork it, int port = 443) => Ask(it.Base.Network, it.Base.App, it.Base.Host, Tcp(port));

    Trace In(PrivateIpNetwork it) => Ask(it.Base.Network, it.Base.Host, it.Base.App, Tcp(443));

    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void I_5_Private_IP_VPN_joins_a_site_over_Direct_Connect_in_both_directions()
    {
        var it = new PrivateIpNetwork();
        it.Vpn("vpn");

        var (there, back) = (Out(it), In(it));

        AssertReachable(there);
        AssertReachable(back);
        Assert.Equal(("v vpn dx", "dx vpn v"), (Passed(there.Forward, "transit-gateway-attachment"), Passed(back.Forward, "transit-gateway-attachment")));
        Assert.Equal(("vpn", "vpn"), (Passed(there.Forward, "vpn-connection"), Passed(there.Return, "vpn-connection")));
    }

    [Theory]
    [Trait("Rule", "I-5 private IP")]
    [InlineData("device not advertised")]
    [InlineData("block not allowed")]
    [InlineData("virtual interface down")]
    [InlineData("device down")]
    [InlineData("transport not available")]
    public void I_5_A_tunnel_of_private_IP_VPN_works_when_Direct_Connect_tells_each_end_of_the_other(string fault)
    {
        var it = new PrivateIpNetwork(
            told: fault == "device not advertised" ? "172.31.0.2/32" : "172.31.0.0/24",
            allowed: fault == "block not allowed" ? "10.66.0.0/16" : "10.255.0.0/25");
        it.Vpn("vpn");
        switch (fault)
        {
            case "virtual interface down":
                it.Line.Down();
                break;
            case "device down":
                it.Device.Down();
                break;
            case "transport not available":
                it.Transport.InState(TransitGatewayAttachmentState.Modifying);
                break;
        }

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Out(it));
        AssertForwardBlocked("NoRouteToDestination paris", In(it));
    }

    [Theory]
    [Trait("Rule", "I-5 private IP")]
    [InlineData("10.255.0.1/32", 1)]
    [InlineData("10.255.0.2/32", 2)]
    public void I_5_Each_tunnel_of_private_IP_VPN_has_an_address_of_its_own(string allowed, int tunnel)
    {
        var it = new PrivateIpNetwork(allowed: allowed);
        var vpn = it.Vpn("vpn");
        AssertReachable(Out(it));

        vpn.Connection.TunnelDown(tunnel);

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Out(it));
    }

    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void I_5_A_static_route_survives_the_transport_of_the_tunnels_that_it_leads_to()
    {
        var it = new PrivateIpNetwork();
        it.Base.Table.Route("192.168.0.0/16", it.Vpn("vpn", vpn => vpn.StaticRoute("192.168.0.0/16").DeviceRoute("10.0.0.0/16")));
        AssertReachable(Out(it));
        AssertReachable(In(it));

        it.Line.Down();

        AssertForwardBlocked("VpnTunnelDown us-east-1/vpn", Out(it));
        AssertForwardBlocked("NoRouteToDestination paris", In(it));
    }

    [Theory]
    [Trait("Rule", "I-2 order")]
    [Trait("Rule", "I-5 private IP")]
    [InlineData(true, "connect-peer p")]
    [InlineData(false, "vpn-connection z")]
    public void I_2_Of_one_prefix_Connect_is_preferred_to_VPN_over_Direct_Connect_and_that_to_other_VPN(bool connects, string by)
    {
        var it = new PrivateIpNetwork();
        it.Base.Vpn();
        it.Vpn("z", vpn => vpn.Prepend(3).Med(500));
        if (connects)
        {
            var connect = it.Base.Gateway.AttachConnect("connect", it.Transport);
            it.Base.Table.Associate(connect).Propagate(connect);
            connect.Peer("p", it.Device, "169.254.10.0/29").Prepend(5);
        }

        var trace = Out(it);

        AssertReachable(trace);
        Assert.Equal(by, Assert.Single(trace.Forward.Hops.Where(hop => hop.Kind is "vpn-connection" or "connect-peer").Select(hop => $"{hop.Kind} {hop.Element[(hop.Element.LastIndexOf('/') + 1)..]}")));
    }

    [Theory]
    [Trait("Rule", "I-2 order")]
    [Trait("Rule", "I-5 private IP")]
    [InlineData(true, "")]
    [InlineData(false, "vpn")]
    public void I_2_Direct_Connect_itself_is_preferred_to_VPN_over_it(bool propagates, string by)
    {
        var it = new PrivateIpNetwork(allowed: "10.0.0.0/8");
        it.Line.Advertise("192.168.0.0/16");
        it.Vpn("vpn");
        _ = propagates ? it.Base.Table.Propagate(it.Transport) : it.Base.Table;
        it.Base.Table.Associate(it.Transport);

        Assert.Equal(by, Passed(Out(it).Forward, "vpn-connection"));
    }

    [Theory]
    [Trait("Rule", "I-2 ECMP")]
    [Trait("Rule", "I-5 private IP")]
    [InlineData(true, "a b")]
    [InlineData(false, "a")]
    public void I_2_Equal_paths_of_VPN_over_Direct_Connect_carry_flows_together_but_not_with_other_VPN(bool spreads, string by)
    {
        var it = new PrivateIpNetwork();
        it.Base.Gateway.VpnEcmp(spreads);
        it.Base.Vpn();
        it.Vpn("a");
        it.Vpn("b");

        Assert.Equal(by, string.Join(' ', Enumerable.Range(1, 64).Select(port => Passed(Out(it, port).Forward, "vpn-connection")).Distinct().Order(StringComparer.Ordinal)));
    }
}
