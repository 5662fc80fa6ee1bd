using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A peering connection has a route in one VPC only.</summary>
[Topology]
public static partial class PeeringOfOneRoute
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        shop.MainRouteTable.Route("10.1.0.0/16", peering); // ND2012 at `"10.1.0.0/16"`: TCP from network interface 'client' to network interface 'server' (10.0.0.4 → 10.1.0.4, port 443) arrives, and its reply is dropped at the main route table of VPC 'tools': route table 'main' has no route to the destination; add one to the gateway, peering connection or transit gateway that leads there (NO_ROUTE_TO_DESTINATION).
        shop.Subnet("shop", "10.0.0.0/24", "a").Instance("client");
        tools.Subnet("tools", "10.1.0.0/24", "a").Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeringOfOneRouteRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        shop.MainRouteTable.Route("10.1.0.0/16", peering);
        shop.Subnet("shop", "10.0.0.0/24", "a").Instance("client");
        tools.Subnet("tools", "10.1.0.0/24", "a").Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
    }
}
