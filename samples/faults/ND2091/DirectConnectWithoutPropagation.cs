using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC has a private virtual interface, and no route to it.</summary>
[Topology]
public static partial class DirectConnectWithoutPropagation
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var table = vpc.Subnet("web", "10.0.0.0/24", "a").RouteTable("web");
        var vgw = vpc.VpnGateway("vgw"); // ND2091 at `"vgw"`: Virtual private gateway 'vgw' of VPC 'shop' has virtual interface 'vif', and no route table of the VPC leads to the gateway, so that nothing from the site is answered; call Propagate with it on route table 'web' of VPC 'shop'.
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", network.Region("us-east-1")).PrivateVirtualInterface("vif", 100, vgw).Advertise("192.168.0.0/16");
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DirectConnectWithoutPropagationRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var table = vpc.Subnet("web", "10.0.0.0/24", "a").RouteTable("web");
        var vgw = vpc.VpnGateway("vgw");
        table.Propagate(vgw);
        network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", network.Region("us-east-1")).PrivateVirtualInterface("vif", 100, vgw).Advertise("192.168.0.0/16");
    }
}
