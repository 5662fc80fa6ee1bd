using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One of two sites has its tunnel over a gateway that tells nothing of its end.</summary>
[Topology]
public static partial class TunnelsOfTwoSites
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var (east, west) = (network.DirectConnectGateway("east", 64700), network.DirectConnectGateway("west", 64701));
        var first = hub.AttachDirectConnect("east", east).Allow("10.255.0.0/24");
        var second = hub.AttachDirectConnect("west", west).Allow("10.1.0.0/16");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        var rome = network.Site("rome", 65020).Prefix("172.16.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("line", 101, east);
        rome.DirectConnect("other", "EqDC2", region).TransitVirtualInterface("line", 102, west);
        hub.AttachVpn("paris", paris.CustomerGateway("edge", "192.168.0.1"), vpn => vpn.PrivateIp(first));
        hub.AttachVpn("rome", rome.CustomerGateway("edge", "172.16.0.1"), vpn => vpn.PrivateIp(second)); // ND2040 at `second`: VPN connection 'rome' ends at 10.255.0.3 and 10.255.0.4 of transit gateway 'hub', which no allowed prefix of Direct Connect gateway 'west' has, so that its site sends nothing there; call Allow("10.255.0.0/24") on transit gateway attachment 'west'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TunnelsOfTwoSitesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var (east, west) = (network.DirectConnectGateway("east", 64700), network.DirectConnectGateway("west", 64701));
        var first = hub.AttachDirectConnect("east", east).Allow("10.255.0.0/24");
        var second = hub.AttachDirectConnect("west", west).Allow("10.1.0.0/16").Allow("10.255.0.0/24");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        var rome = network.Site("rome", 65020).Prefix("172.16.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).TransitVirtualInterface("line", 101, east);
        rome.DirectConnect("other", "EqDC2", region).TransitVirtualInterface("line", 102, west);
        hub.AttachVpn("paris", paris.CustomerGateway("edge", "192.168.0.1"), vpn => vpn.PrivateIp(first));
        hub.AttachVpn("rome", rome.CustomerGateway("edge", "172.16.0.1"), vpn => vpn.PrivateIp(second));
    }
}
