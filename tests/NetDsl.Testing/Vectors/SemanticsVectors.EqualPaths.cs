using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Equal paths of transit gateways: interconnect section 2, ECMP.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>Which tunnels and virtual interfaces 64 flows from the VPC to the site take, in order.</summary>
    string[] Taken(TransitSite it) =>
    [
        .. Enumerable.Range(1, 64)
            .Select(port => Ask(it.Network, it.App, it.Host, Tcp(port)).Forward.Hops.Single(hop => hop.Kind is "vpn-connection" or "virtual-interface"))
            .Select(hop => $"{hop.Element[(hop.Element.LastIndexOf('/') + 1)..]}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    static void SecondVpn(TransitSite it, long? asn = null, Action<VpnConnectionBuilder>? configure = null)
    {
        var second = it.Gateway.AttachVpn("second", it.Site.CustomerGateway("other", asn: asn), configure);
        it.Table.Associate(second).Propagate(second);
    }

    [Fact]
    [Trait("Rule", "I-2 ECMP")]
    public void I_2_Dynamic_VPN_attachments_with_equal_AS_paths_carry_flows_together()
    {
        var it = new TransitSite();
        it.Vpn();
        SecondVpn(it);

        Assert.Equal(["second", "vpn"], Taken(it));
    }

    [Fact]
    [Trait("Rule", "I-2 ECMP")]
    public void I_2_A_flow_stays_on_its_path_and_each_direction_is_a_lookup_of_its_own()
    {
        var it = new TransitSite();
        it.Vpn();
        SecondVpn(it);

        var traces = Enumerable.Range(1, 32).Select(port => Ask(it.Network, it.App, it.Host, Tcp(port))).ToList();

        Assert.All(traces, AssertReachable);
        Assert.Equal(
            traces.Select(trace => Passed(trace.Forward, "vpn-connection")),
            Enumerable.Range(1, 32).Select(port => Passed(Ask(it.Network, it.App, it.Host, Tcp(port)).Forward, "vpn-connection")));

        // The site spreads nothing: its replies take the first by name.
        Assert.All(traces, trace => Assert.Equal("second", Passed(trace.Return, "vpn-connection")));
    }

    [Theory]
    [Trait("Rule", "I-2 ECMP")]
    [InlineData("off", "second")]
    [InlineData("longer path", "vpn")]
    [InlineData("other path", "second")]
    [InlineData("higher MED", "vpn")]
    [InlineData("static", "vpn")]
    [InlineData("down", "vpn")]
    public void I_2_What_is_not_equal_takes_no_part(string difference, string by)
    {
        var it = new TransitSite();
        it.Gateway.VpnEcmp(difference != "off");
        it.Vpn();
        SecondVpn(it, difference == "other path" ? 65011 : null, vpn => _ = difference switch
        {
            "longer path" => vpn.Prepend(1),
            "higher MED" => vpn.Med(200),
            "static" => vpn.StaticRoute("192.168.0.0/16"),
            "down" => vpn.Down(),
            _ => vpn,
        });

        Assert.Equal([by], Taken(it));
    }

    [Fact]
    [Trait("Rule", "I-2 ECMP")]
    public void I_2_A_static_route_leads_one_way()
    {
        var it = new TransitSite();
        it.Table.Route("192.168.0.0/16", it.Vpn());
        SecondVpn(it);

        Assert.Equal(["vpn"], Taken(it));
    }

    [Theory]
    [Trait("Rule", "I-2 ECMP")]
    [InlineData(0, "first second")]
    [InlineData(1, "first")]
    public void I_2_Direct_Connect_gateways_with_equal_routes_carry_flows_together_and_never_with_a_VPN(int prepends, string by)
    {
        var it = new TransitSite();
        it.Vpn();
        foreach (var (name, index) in new[] { "first", "second" }.Select((name, index) => (name, index)))
        {
            var direct = it.Network.DirectConnectGateway($"dxgw-{name}", 64600 + index);
            var attachment = it.Gateway.AttachDirectConnect(name, direct).Allow($"10.0.{128 * index}.0/17");
            it.Table.Associate(attachment).Propagate(attachment);
            var virtualInterface = it.Site.DirectConnect($"line-{name}", "EqDC2", it.Region).TransitVirtualInterface(name, 101, direct);
            _ = index > 0 && prepends > 0 ? virtualInterface.Prepend(prepends) : virtualInterface;
        }

        Assert.Equal(by.Split(' '), Taken(it));
    }
}
