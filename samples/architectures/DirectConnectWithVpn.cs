using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Direct Connect, and VPN when it fails. Source: "AWS Direct Connect plus AWS Site-to-Site VPN", Amazon VPC Connectivity Options.</summary>
[Topology]
public static partial class DirectConnectWithVpn
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        paris.DirectConnect("line", "EqDC2", region).PrivateVirtualInterface("vif", 100, vgw).Advertise("192.168.0.0/16");
        vgw.VpnConnection("backup", paris.CustomerGateway("edge")).Advertise("192.168.0.0/16");
        var clerk = paris.Host("clerk", "192.168.1.10");
        var server = web.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: "192.168.0.0/16"));
        network.Expect(clerk).CanReach(server, Tcp(443));
    }
}
