using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Both VPCs have routes to a connection that nobody accepts.</summary>
[Topology]
public static partial class PeeringWithRoutesNotAccepted
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        var peering = network.Peer("shop-tools", shop, tools); // ND2006 at `"shop-tools"`: Peering connection 'shop-tools' joins VPC 'shop' and VPC 'tools' across accounts, and nobody accepts it; add AcceptedBy with account 'partner', the owner of VPC 'tools'.
        shop.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeringWithRoutesNotAcceptedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(tools.Account);
        shop.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
    }
}
