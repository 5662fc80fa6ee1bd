using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC behind a transit gateway has no route to the one that asks it.</summary>
[Topology]
public static partial class TransitGatewayOfOneRoute
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var asking = shop.Subnet("shop", "10.0.0.0/24", "a");
        var asked = tools.Subnet("tools", "10.1.0.0/24", "a");
        hub.Attach("shop", asking);
        hub.Attach("tools", asked);
        shop.MainRouteTable.Route("10.1.0.0/16", hub); // ND2012 at `"10.1.0.0/16"`: TCP from network interface 'client' to network interface 'server' (10.0.0.4 → 10.1.0.4, port 443) arrives, and its reply is dropped at route table 'tools' of VPC 'tools': route table 'tools' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there (NO_ROUTE_TO_DESTINATION).
        asked.RouteTable("tools");
        asking.Instance("client");
        asked.Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TransitGatewayOfOneRouteRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var asking = shop.Subnet("shop", "10.0.0.0/24", "a");
        var asked = tools.Subnet("tools", "10.1.0.0/24", "a");
        hub.Attach("shop", asking);
        hub.Attach("tools", asked);
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        asked.RouteTable("tools").Route("10.0.0.0/16", hub);
        asking.Instance("client");
        asked.Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
    }
}
