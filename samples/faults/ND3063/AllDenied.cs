using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Everything is denied behind what is allowed.</summary>
[Topology]
public static partial class AllDenied
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var policy = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable).Policy();
        policy.Allow("Read", "s3:GetObject"); // ND3063 at `Allow("Read", "s3:GetObject")`: Statement 'Read' allows nothing, because statement 'All' denies all that it is about; narrow 'All', or leave 'Read' out.
        policy.Deny("All", "s3:*");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AllDeniedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var policy = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable).Policy();
        policy.Allow("Read", "s3:GetObject");
        policy.Deny("Delete", "s3:DeleteObject");
    }
}
