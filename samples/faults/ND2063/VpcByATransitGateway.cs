using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table leads its whole VPC to a transit gateway.</summary>
[Topology]
public static partial class VpcByATransitGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        hub.Attach("shop", web);
        vpc.MainRouteTable.Route("10.0.0.0/16", hub); // ND2063 at `hub`: 10.0.0.0/16 lies in VPC 'shop', which routes it locally; route table 'main' can lead it to a NAT gateway, an interface or a Gateway Load Balancer endpoint, not to transit gateway 'hub'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpcByATransitGatewayRepaired
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
