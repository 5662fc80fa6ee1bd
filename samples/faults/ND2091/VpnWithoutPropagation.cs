using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC has a VPN connection, and no route to it.</summary>
[Topology]
public static partial class VpnWithoutPropagation
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw"); // ND2091 at `"vgw"`: Virtual private gateway 'vgw' of VPC 'shop' has VPN connection 'paris', and no route table of the VPC leads to the gateway, so that nothing from the site is answered; call Propagate with it on the main route table of VPC 'shop'.
        vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class VpnWithoutPropagationRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
    }
}
