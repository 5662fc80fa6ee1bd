using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC has a VPN connection with static routing, and no route to it.</summary>
[Topology]
public static partial class VpnWithoutStaticRoute
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw"); // ND2091 at `"vgw"`: Virtual private gateway 'vgw' of VPC 'shop' has VPN connection 'paris', and no route table of the VPC leads to the gateway, so that nothing from the site is answered; call Propagate with it on the main route table of VPC 'shop'.
        vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).StaticRoute("192.168.0.0/16");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpnWithoutStaticRouteRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).StaticRoute("192.168.0.0/16");
        web.RouteTable("web").Route("192.168.0.0/16", vgw);
    }
}
