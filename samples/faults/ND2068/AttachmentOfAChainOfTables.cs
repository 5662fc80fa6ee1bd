using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table that propagates an attachment is associated with it, too.</summary>
[Topology]
public static partial class AttachmentOfAChainOfTables
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub", defaultRouteTable: false);
        var shop = hub.Attach("shop", web);
        hub.RouteTable("spokes").Associate(shop);
        hub.RouteTable("shared").Propagate(shop).Associate(shop); // ND2068 at `shop`: Attachment 'shop' is associated with 'spokes' already; an attachment has one table.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AttachmentOfAChainOfTablesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub", defaultRouteTable: false);
        var shop = hub.Attach("shop", web);
        hub.RouteTable("spokes").Associate(shop);
        hub.RouteTable("shared").Propagate(shop);
    }
}
