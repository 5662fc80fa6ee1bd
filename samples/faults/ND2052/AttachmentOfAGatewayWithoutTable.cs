using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The default association is off, and nothing takes its place.</summary>
[Topology]
public static partial class AttachmentOfAGatewayWithoutTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub", defaultRouteTable: false);
        hub.Attach("shop", web); // ND2052 at `"shop"`: Attachment 'shop' is associated with no route table of transit gateway 'hub', which so drops everything that VPC 'shop' sends; call Associate on a table with it.
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        web.Instance("host");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentOfAGatewayWithoutTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub", defaultRouteTable: false);
        hub.RouteTable("all").Associate(hub.Attach("shop", web));
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
        web.Instance("host");
    }
}
