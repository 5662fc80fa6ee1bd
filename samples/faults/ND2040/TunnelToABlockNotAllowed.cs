using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A private VPN ends at a block that the Direct Connect gateway does not tell of.</summary>
[Topology]
public static partial class TunnelToABlockNotAllowed
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var direct = network.DirectConnectGateway("dxgw", 64700);
        var dx = hub.AttachDirectConnect("dx", direct).Allow("10.0.0.0/16");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("line", 101, direct);
        hub.AttachVpn("vpn", paris.CustomerGateway("edge", "192.168.0.1"), vpn => vpn.PrivateIp(dx)); // ND2040 at `dx`: VPN connection 'vpn' ends at 10.255.0.1 and 10.255.0.2 of transit gateway 'hub', which no allowed prefix of Direct Connect gateway 'dxgw' has, so that its site sends nothing there; call Allow("10.255.0.0/24") on transit gateway attachment 'dx'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TunnelToABlockNotAllowedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var direct = network.DirectConnectGateway("dxgw", 64700);
        var dx = hub.AttachDirectConnect("dx", direct).Allow("10.0.0.0/16").Allow("10.255.0.0/24");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("line", 101, direct);
        hub.AttachVpn("vpn", paris.CustomerGateway("edge", "192.168.0.1"), vpn => vpn.PrivateIp(dx));
    }
}
