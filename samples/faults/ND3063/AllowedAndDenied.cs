using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One action is allowed and denied.</summary>
[Topology]
public static partial class AllowedAndDenied
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var policy = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable).Policy();
        policy.Allow("Read", "s3:GetObject");
        policy.Allow("Delete", "s3:DeleteObject"); // ND3063 at `Allow("Delete", "s3:DeleteObject")`: Statement 'Delete' allows nothing, because statement 'NoDelete' denies all that it is about; narrow 'NoDelete', or leave 'Delete' out.
        policy.Deny("NoDelete", "s3:DeleteObject");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AllowedAndDeniedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var policy = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable).Policy();
        policy.Allow("Read", "s3:GetObject");
        policy.Deny("NoDelete", "s3:DeleteObject");
    }
}
