using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to a transit gateway that the VPC is not attached to.</summary>
[Topology]
public static partial class RouteToAnUnattachedTransitGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        vpc.MainRouteTable.Route("10.0.0.0/8", hub); // ND2005 at `hub`: The main route table of VPC 'shop' sends 10.0.0.0/8 to transit gateway 'hub', which VPC 'shop' is not attached to; attach a subnet of it with Attach.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RouteToAnUnattachedTransitGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        hub.Attach("shop", web);
        vpc.MainRouteTable.Route("10.0.0.0/8", hub);
    }
}
