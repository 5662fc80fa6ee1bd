using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop associates one attachment with every table.</summary>
[Topology]
public static partial class AttachmentInALoopOfTables
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub", defaultRouteTable: false);
        var shop = hub.Attach("shop", web);
        foreach (var name in new[] { "one", "two" })
        {
            hub.RouteTable(name).Associate(shop); // ND2068 at `shop`: Attachment 'shop' is associated with 'one' already; an attachment has one table.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentInALoopOfTablesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub", defaultRouteTable: false);
        var shop = hub.Attach("shop", web);
        hub.RouteTable("spokes").Associate(shop);
        foreach (var name in new[] { "one", "two" })
        {
            hub.RouteTable(name).Propagate(shop);
        }
    }
}
