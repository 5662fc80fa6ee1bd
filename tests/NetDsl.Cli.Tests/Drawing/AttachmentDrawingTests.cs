using NetDsl.Cli.Drawing;
using NetDsl.Cli.Drawing.Svg;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Drawing;

/// <summary>What transit gateways attach beside VPCs: each is named in every picture, or on the line that leads to its site.</summary>
public class AttachmentDrawingTests
{
    static readonly Topology Overlay = ExampleNetworks.Overlay();

    [Fact]
    public void Client_vpn_endpoints_of_transit_gateways_are_drawn_beside_them_with_the_addresses_of_clients()
    {
        var (dot, mermaid) = (DotDrawing.Draw(Overlay), MermaidDrawing.Draw(Overlay));

        Assert.Contains("Client VPN endpoint\\nremote\\n172.24.0.0/22", dot, StringComparison.Ordinal);
        Assert.Contains("{{\"Client VPN endpoint<br/>remote<br/>172.24.0.0/22\"}}", mermaid, StringComparison.Ordinal);
        Assert.Single(Links(mermaid, "---|\"remote\"|"));
        Assert.Single(Links(dot, "[label=\"remote\", dir=none]"));
        Assert.Contains("Client VPN remote 172.24.0.0/22", SvgDrawing.Draw(Overlay), StringComparison.Ordinal);
    }

    [Fact]
    public void Network_functions_are_drawn_beside_their_gateway()
    {
        Assert.Single(Links(MermaidDrawing.Draw(Overlay), "---|\"inspection\"|"));
        Assert.Contains("network function\\ninspection", DotDrawing.Draw(Overlay), StringComparison.Ordinal);
        Assert.Contains("with inspection", SvgDrawing.Draw(Overlay), StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_say_by_which_concentrator_or_over_which_line_they_go()
    {
        Assert.All(
            new[] { MermaidDrawing.Draw(Overlay), DotDrawing.Draw(Overlay) },
            text => Assert.All(
                ["VPN kiosk by small", "VPN depot by small", "VPN encrypted over line"],
                label => Assert.Contains($"\"{label}\"", text, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_not_available_is_a_line_that_is_not_whole()
    {
        var network = new NetworkBuilder("Pending");
        var hub = network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.255.0.0/24");
        hub.AttachClientVpn("remote", "172.24.0.0/22").InState(TransitGatewayAttachmentState.PendingAcceptance);
        hub.AttachNetworkFunction("inspection").InState(TransitGatewayAttachmentState.Modifying);

        Assert.Equal(2, Links(MermaidDrawing.Draw(network.Build()), "-.-").Count());
    }

    [Fact]
    public void Subnets_that_clients_come_in_by_say_so()
    {
        var network = new NetworkBuilder("Office");
        var vpc = network.Region("us-east-1").Vpc("office", "10.0.0.0/16");
        vpc.ClientVpn("home", "172.16.0.0/22").Associate(vpc.Subnet("a", "10.0.0.0/24", "a"));
        var topology = network.Build();

        Assert.All([MermaidDrawing.Draw(topology), DotDrawing.Draw(topology), SvgDrawing.Draw(topology)], text =>
            Assert.Contains("Client VPN endpoint home", text, StringComparison.Ordinal));
    }

    static IEnumerable<string> Links(string drawing, string link) => drawing.Split('\n').Where(line => line.Contains(link, StringComparison.Ordinal));
}
