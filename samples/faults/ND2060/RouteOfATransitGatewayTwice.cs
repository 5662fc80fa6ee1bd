using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table of a transit gateway leads one prefix to two attachments.</summary>
[Topology]
public static partial class RouteOfATransitGatewayTwice
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = hub.Attach("shop", region.Vpc("shop", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a"));
        var tools = hub.Attach("tools", region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a"));
        var table = hub.RouteTable("spokes").Route("10.64.0.0/10", shop);
        table.Route("10.64.0.0/10", tools); // ND2060 at `"10.64.0.0/10"`: Transit gateway route table 'spokes' routes 10.64.0.0/10 already; a table has one static route to a prefix.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteOfATransitGatewayTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        var shop = hub.Attach("shop", region.Vpc("shop", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a"));
        var tools = hub.Attach("tools", region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a"));
        var table = hub.RouteTable("spokes").Route("10.64.0.0/10", shop);
    }
}
