using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Of two VPCs that clients may enter one has no route back.</summary>
[Topology]
public static partial class ClientsOfTheSecondVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        hub.Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a"));
        hub.Attach("tools", tools.Subnet("app", "10.1.1.0/24", "a")); // ND2042 at `"tools"`: Clients of Client VPN endpoint 'remote' (172.20.0.0/22) get into VPC 'tools' with their own addresses, and no route table of its subnets leads back to them; add Route("172.20.0.0/22", …) to transit gateway 'hub'.
        shop.MainRouteTable.Route("172.20.0.0/22", hub);
        hub.AttachClientVpn("remote", "172.20.0.0/22").Endpoint
            .Route("10.0.0.0/8")
            .Authorize("10.0.0.0/8");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientsOfTheSecondVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        hub.Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a"));
        hub.Attach("tools", tools.Subnet("app", "10.1.1.0/24", "a"));
        shop.MainRouteTable.Route("172.20.0.0/22", hub);
        tools.MainRouteTable.Route("172.20.0.0/22", hub);
        hub.AttachClientVpn("remote", "172.20.0.0/22").Endpoint
            .Route("10.0.0.0/8")
            .Authorize("10.0.0.0/8");
    }
}
