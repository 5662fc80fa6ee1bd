using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class PrivateIpTests
{
    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void Each_tunnel_ends_at_a_free_address_of_the_gateway()
    {
        var topology = Takes(scene =>
        {
            var transport = Transport(scene);
            scene.Hub.AttachConnect("connect", transport).Peer("p", Device(scene, "peer"), "169.254.10.0/29", "10.99.0.2");
            scene.Hub.AttachVpn("vpn", Device(scene, "ipsec"), vpn => vpn.PrivateIp(transport).PrivateIp(transport));
            scene.Hub.AttachVpn("other", Device(scene, "second")).Connection.PrivateIp(transport);
        });

        Assert.Equal(
            ["us-east-1/vpn us-east-1/hub/dx 10.99.0.1 10.99.0.3", "us-east-1/other us-east-1/hub/dx 10.99.0.4 10.99.0.5"],
            topology.Hybrid.VpnConnections.Select(vpn => $"{vpn.Id} {vpn.Transport} {string.Join(' ', vpn.Tunnels.Select(tunnel => tunnel.OutsideAddress))}"));
        Assert.Equal(
            [TransitGatewayAttachmentKind.DirectConnectGateway, TransitGatewayAttachmentKind.Connect, TransitGatewayAttachmentKind.PrivateIpVpn, TransitGatewayAttachmentKind.PrivateIpVpn],
            topology.TransitGateways[0].Attachments.Select(attachment => attachment.Kind));
    }

    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void Only_a_transit_gateway_has_private_outside_addresses()
    {
        Refuses(scene => scene.Shop.VpnGateway("vgw").VpnConnection("vpn", Device(scene, "ipsec")).PrivateIp(Transport(scene)), ProblemKind.Conflict, "VPN connection 'vpn' ends at virtual private gateway 'vgw', and only a transit gateway has private outside addresses; end it there, with AttachVpn(…)", other: scene => scene.Virginia.VpnGateways[0].Origin);
        Refuses(scene => { var transport = scene.Hub.AttachDirectConnect("dx", scene.Network.DirectConnectGateway("dxgw", 64700)); scene.Virginia.TransitGateway("other").AttachVpn("vpn", Device(scene, "ipsec"), vpn => vpn.PrivateIp(transport)); }, ProblemKind.Conflict, "attachment 'dx' is of transit gateway 'hub', not of 'other', at which VPN connection 'vpn' ends; transport over an attachment of the same gateway", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void A_connection_has_one_transport() =>
        Refuses(scene => { var transport = Transport(scene); var second = scene.Hub.AttachDirectConnect("second", scene.Network.DirectConnectGateway("more", 64701)); scene.Hub.AttachVpn("vpn", Device(scene, "ipsec"), vpn => vpn.PrivateIp(transport).PrivateIp(second)); }, ProblemKind.Conflict, "VPN connection 'vpn' is transported by attachment 'dx' already; a connection has one transport", other: _ => Here());

    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void The_device_has_a_private_address()
    {
        Refuses(scene => scene.Hub.AttachVpn("vpn", scene.Network.Site("paris", 65010).CustomerGateway("edge", "203.0.113.9")).Connection.PrivateIp(Transport(scene)), ProblemKind.Conflict, "customer gateway 'edge' has the public address 203.0.113.9, and private IP VPN ends at a private one; give it one", other: _ => Here());
        Refuses(scene => scene.Hub.AttachVpn("vpn", scene.Network.Site("paris", 65010).CustomerGateway("edge")).Connection.PrivateIp(Transport(scene)), ProblemKind.Conflict, "customer gateway 'edge' has no address, and private IP VPN ends at a private one; give it one", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "I-5 private IP")]
    public void The_gateway_has_addresses_of_its_own()
    {
        Refuses(scene => scene.Hub.AttachVpn("vpn", Device(scene, "ipsec")).Connection.PrivateIp(scene.Hub.AttachDirectConnect("dx", scene.Network.DirectConnectGateway("dxgw", 64700))), ProblemKind.Conflict, "transit gateway 'hub' has no 2 addresses left for the tunnels of VPN connection 'vpn'; give it a block before, with CidrBlock(…)", other: scene => scene.Hub.Origin);
        Refuses(scene => { var transport = Transport(scene); scene.Hub.AttachVpn("vpn", Device(scene, "ipsec")).Connection.PrivateIp(transport); scene.Hub.AttachConnect("connect", transport).Peer("p", Device(scene, "peer"), "169.254.10.0/29", "10.99.0.2"); }, ProblemKind.Conflict, "10.99.0.2 is the gateway's end of VPN connection 'vpn' already; name another", other: _ => Here());
    }

    static CustomerGatewayBuilder Device(Scene scene, string name) =>
        scene.Network.Site($"of-{name}", 65010).CustomerGateway(name, "172.31.0.9");

    static TransitGatewayDirectConnectAttachmentBuilder Transport(Scene scene) => scene.Hub.CidrBlock("10.99.0.0/24")
        .AttachDirectConnect("dx", scene.Network.DirectConnectGateway("dxgw", 64700)).Allow("10.99.0.0/24");
}
