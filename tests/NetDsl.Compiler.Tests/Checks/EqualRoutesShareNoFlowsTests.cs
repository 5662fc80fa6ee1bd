using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Checks;

public class EqualRoutesShareNoFlowsTests
{
    [Fact]
    [Trait("Rule", "I-2 ECMP")]
    public void Ways_of_two_autonomous_systems_are_told_at_the_one_that_is_idle()
    {
        var idle = Origin.None;
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (hub, site) = Start(network);
            hub.AttachVpn("a", site.CustomerGateway("left", asn: 65011));
            hub.AttachVpn("b", site.CustomerGateway("right", asn: 65012));
            idle = Here(-1);
        }));

        Assert.Equal(("ND2041", idle), (finding.Rule.Id, finding.Origin));
        Assert.Equal(
            "VPN connection 'b' brings transit gateway 'hub' a route to 172.20.0.0/16 and 192.168.0.0/16 that is as good as that of VPN connection 'a', and they share no flows: their AS paths 65011 and 65012 differ. All go by the latter, a choice that the vendor leaves open; let both come from one autonomous system, or rank them with Prepend(…) or Med(…).",
            finding.Message);
        Assert.Equal(["VPN connection 'a', which carries them"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void Ways_by_a_concentrator_are_told() => Assert.Contains(
        "they share no flows: a VPN concentrator shares none. All go by the latter, a choice that the vendor leaves open; rank them with Prepend(…) or Med(…).",
        Assert.Single(Checked.Messages(network =>
        {
            var (hub, site) = Start(network);
            var many = hub.AttachVpnConcentrator("many");
            many.VpnConnection("a", site.CustomerGateway("left"));
            many.VpnConnection("b", site.CustomerGateway("right"));
        })),
        StringComparison.Ordinal);

    [Theory]
    [Trait("Rule", "I-2 ECMP")]
    [InlineData("one system")]
    [InlineData("ECMP off")]
    [InlineData("longer path")]
    [InlineData("MED")]
    [InlineData("down")]
    [InlineData("concentrator, ranked")]
    [InlineData("concentrator and VPN")]
    public void Ways_that_share_flows_or_are_ranked_are_not_told(string sort) => Assert.Empty(Checked.Messages(network =>
    {
        var (hub, site) = Start(network);
        hub.VpnEcmp(sort != "ECMP off");
        var (left, right) = (site.CustomerGateway("left"), site.CustomerGateway("right", asn: sort == "one system" ? null : 65012));
        if (sort.StartsWith("concentrator", StringComparison.Ordinal))
        {
            var many = hub.AttachVpnConcentrator("many");
            many.VpnConnection("a", left);
            _ = sort == "concentrator, ranked" ? many.VpnConnection("b", right).Med(200) : hub.AttachVpn("b", right).Connection;
        }
        else
        {
            hub.AttachVpn("a", left);
            var second = hub.AttachVpn("b", right).Connection;
            _ = sort switch
            {
                "longer path" => second.Prepend(1),
                "MED" => second.Med(50),
                "down" => second.Down(),
                _ => second,
            };
        }
    }));

    static Origin Here(int lines, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(file, line + lines);

    static (TransitGatewayBuilder Hub, SiteBuilder Site) Start(NetworkBuilder network) => (
        network.Region("us-east-1").TransitGateway("hub"),
        network.Site("paris", 65010).Prefix("192.168.0.0/16").Prefix("172.20.0.0/16"));
}
