using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>What more prefixes than the vendor takes do to a BGP session: foundation, interconnect sections 5 and 6.</summary>
public abstract partial class SemanticsVectors
{
    static IEnumerable<string> Prefixes(int count) =>
        Enumerable.Range(0, count).Select(index => $"192.168.{index}.0/24");

    [Theory]
    [Trait("Rule", "R-2.19")]
    [Trait("Rule", "I-6 limits")]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void R_2_19_One_prefix_too_many_takes_the_whole_session_of_a_private_virtual_interface_down(int count, bool reachable)
    {
        var it = new HybridNetwork();
        var dx = it.Site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, it.Gateway);
        foreach (var prefix in Prefixes(count))
        {
            dx.Advertise(prefix);
        }

        it.Vpc.MainRouteTable.Route("192.168.0.0/16", it.Gateway);

        AssertSession(reachable, "VgwUnknownPrefix us-east-1/vgw", Ask(it.Network, it.App, it.Host, Tcp(443)));
        AssertSession(reachable, "NoRouteToDestination paris", Ask(it.Network, it.Host, it.App, Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-2.15")]
    [Trait("Rule", "R-2.19")]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void R_2_19_Each_family_has_a_session_of_its_own_and_counts_for_itself(int count, bool reachable)
    {
        var it = new DualNetwork();
        var site = it.Network.Site("hq", 65010).Prefix("192.168.0.0/16").Prefix("2001:db8::/32");
        var gateway = it.Region.VpnGateway("vgw").AttachTo(it.Vpc);
        var dx = site.DirectConnect("line", "EqDC2", it.Region).PrivateVirtualInterface("dx", 101, gateway).Advertise("192.168.0.0/16");
        for (var index = 0; index < count; index++)
        {
            dx.Advertise($"2001:db8:{index:x}::/48");
        }

        it.PrivateTable.Route("192.168.0.0/16", gateway).Route("2001:db8::/32", gateway);
        var app = it.Private.Instance("app", it.Group);

        AssertReachable(Ask(it.Network, app, site.Host("four", "192.168.1.10"), Tcp(443)));
        AssertSession(
            reachable, "VgwUnknownPrefix us-east-1/vgw", Ask(it.Network, it.Six.Instance("six", it.Group), site.Host("six", "2001:db8:1::10"), Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "I-6 limits")]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void I_5_One_prefix_too_many_takes_the_session_of_a_VPN_connection_down(int count, bool reachable)
    {
        var it = new HybridNetwork();
        var vpn = it.Gateway.VpnConnection("vpn", it.Device);
        foreach (var prefix in Prefixes(count))
        {
            vpn.Advertise(prefix);
        }

        it.Vpc.MainRouteTable.Route("192.168.0.0/16", it.Gateway);

        AssertSession(reachable, "VgwUnknownPrefix us-east-1/vgw", Ask(it.Network, it.App, it.Host, Tcp(443)));
    }

    static void AssertSession(bool works, string reason, Trace trace)
    {
        if (works)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked(reason, trace);
        }
    }
}
