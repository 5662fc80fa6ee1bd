using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to an internet gateway that is attached to nothing.</summary>
[Topology]
public static partial class RouteToADetachedGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = network.Region("us-east-1").InternetGateway("igw");
        vpc.MainRouteTable.Route("0.0.0.0/0", igw); // ND2005 at `igw`: The main route table of VPC 'shop' sends 0.0.0.0/0 to internet gateway 'igw', which is attached to no VPC; attach it to VPC 'shop' with AttachTo.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToADetachedGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = network.Region("us-east-1").InternetGateway("igw").AttachTo(vpc);
        vpc.MainRouteTable.Route("0.0.0.0/0", igw);
    }
}
