using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Checks;

public class TunnelEndNotAllowedTests
{
    [Theory]
    [Trait("Rule", "I-5 private IP")]
    [InlineData("10.0.0.0/16", "10.255.0.1 and 10.255.0.2")]
    [InlineData("10.255.0.1/32", "10.255.0.2")]
    public void A_private_IP_VPN_connection_whose_ends_are_not_allowed_is_told_at_its_transport(string allowed, string ends)
    {
        var asked = Origin.None;
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (hub, transport, device) = Transport(network, allowed);
            hub.AttachVpn("vpn", device).Connection.PrivateIp(transport);
            asked = Here(-1);
        }));

        Assert.Equal("ND2040", finding.Rule.Id);
        Assert.Equal(
            $"VPN connection 'vpn' ends at {ends} of transit gateway 'hub', which no allowed prefix of Direct Connect gateway 'dxgw' has, so that its site sends nothing there; call Allow(\"10.255.0.0/24\") on transit gateway attachment 'dx'.",
            finding.Message);
        Assert.Equal(asked, finding.Origin);
        Assert.Equal(["transit gateway attachment 'dx'"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void A_Connect_peer_whose_end_is_not_allowed_is_told() =>
        Assert.Equal(
            ["ND2040: Connect peer 'p' ends at 10.255.0.1 of transit gateway 'hub', which no allowed prefix of Direct Connect gateway 'dxgw' has, so that its site sends nothing there; call Allow(\"10.255.0.0/24\") on transit gateway attachment 'dx'."],
            Checked.Messages(network =>
            {
                var (hub, transport, device) = Transport(network, "10.0.0.0/16");
                hub.AttachConnect("connect", transport).Peer("p", device, "169.254.10.0/29");
            }));

    [Theory]
    [InlineData("10.255.0.0/24")]
    [InlineData("0.0.0.0/0")]
    public void Ends_that_are_allowed_are_not_told(string allowed) => Assert.Empty(Checked.Messages(network =>
    {
        var (hub, transport, device) = Transport(network, allowed);
        hub.AttachVpn("vpn", device).Connection.PrivateIp(transport);
    }));

    [Fact]
    public void Tunnels_over_the_internet_are_not_told() => Assert.Empty(Checked.Messages(network =>
    {
        var (hub, _, device) = Transport(network, "10.0.0.0/16");
        hub.AttachVpn("vpn", device);
    }));

    static Origin Here(int lines, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(file, line + lines);

    static (TransitGatewayBuilder Hub, TransitGatewayDirectConnectAttachmentBuilder Transport, CustomerGatewayBuilder Device) Transport(
        NetworkBuilder network, string allowed)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var direct = network.DirectConnectGateway("dxgw", 64700);
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("line", 101, direct);
        return (hub, hub.AttachDirectConnect("dx", direct).Allow(allowed), paris.CustomerGateway("edge", "192.168.0.1"));
    }
}
