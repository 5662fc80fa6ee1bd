using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The route back is for other addresses than the clients'.</summary>
[Topology]
public static partial class ClientsOfAnotherPrefix
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        hub.Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a")); // ND2042 at `"shop"`: Clients of Client VPN endpoint 'remote' (172.20.0.0/22) get into VPC 'shop' with their own addresses, and no route table of its subnets leads back to them; add Route("172.20.0.0/22", …) to transit gateway 'hub'.
        shop.MainRouteTable.Route("172.21.0.0/22", hub);
        hub.AttachClientVpn("remote", "172.20.0.0/22").Endpoint
            .Route("10.0.0.0/16")
            .Authorize("10.0.0.0/16");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientsOfAnotherPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        hub.Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a"));
        shop.MainRouteTable.Route("172.20.0.0/22", hub);
        hub.AttachClientVpn("remote", "172.20.0.0/22").Endpoint
            .Route("10.0.0.0/16")
            .Authorize("10.0.0.0/16");
    }
}
