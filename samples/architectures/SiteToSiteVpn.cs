using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A VPC and a site joined by VPN with BGP. Source: "How AWS Site-to-Site VPN works", AWS Site-to-Site VPN User Guide.</summary>
[Topology]
public static partial class SiteToSiteVpn
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        vgw.VpnConnection("paris", paris.CustomerGateway("edge")).Advertise("192.168.0.0/16");
        var clerk = paris.Host("clerk", "192.168.1.10");
        var server = web.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: "192.168.0.0/16"));
        network.Expect(clerk).CanReach(server, Tcp(443)).OnlyThrough(vgw);
        network.Expect(server).CannotReach(Internet);
    }
}
