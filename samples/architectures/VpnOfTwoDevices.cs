using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Two devices of a site, each with a connection of its own. Source: "Redundant Site-to-Site VPN connections for failover", AWS Site-to-Site VPN User Guide.</summary>
[Topology]
public static partial class VpnOfTwoDevices
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        vgw.VpnConnection("first", paris.CustomerGateway("first", "198.51.100.10")).Advertise("192.168.0.0/16");
        vgw.VpnConnection("second", paris.CustomerGateway("second", "198.51.100.11")).Advertise("192.168.0.0/16").Prepend(2);
        var clerk = paris.Host("clerk", "192.168.1.10");
        var server = web.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: "192.168.0.0/16"));
        network.Expect(clerk).CanReach(server, Tcp(443));
    }
}
