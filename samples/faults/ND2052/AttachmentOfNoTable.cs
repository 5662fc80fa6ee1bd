using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An attachment is associated with no table.</summary>
[Topology]
public static partial class AttachmentOfNoTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a");
        var shop = hub.Attach("shop", web); // ND2052 at `"shop"`: Attachment 'shop' is associated with no route table of transit gateway 'hub', which so drops everything that VPC 'shop' sends; call Associate on a table with it.
        var other = hub.Attach("tools", tools);
        hub.RouteTable("all").Associate(other).Propagate(shop).Propagate(other);
        vpc.MainRouteTable.Route("10.1.0.0/16", hub);
        tools.RouteTable("tools").Route("10.0.0.0/16", hub);
        web.Instance("host");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentOfNoTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "a");
        var shop = hub.Attach("shop", web);
        var other = hub.Attach("tools", tools);
        hub.RouteTable("all").Associate(shop).Associate(other).Propagate(shop).Propagate(other);
        vpc.MainRouteTable.Route("10.1.0.0/16", hub);
        tools.RouteTable("tools").Route("10.0.0.0/16", hub);
        web.Instance("host");
    }
}
