using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A policy only denies.</summary>
[Topology]
public static partial class PolicyOfDenials
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var endpoint = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable);
        endpoint.Policy().Deny("Delete", "s3:DeleteObject"); // ND3062 at `Policy()`: The policy of endpoint 's3' has no statement that allows anything, so that it denies everything; add Allow(…), or leave Policy() out.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PolicyOfDenialsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var endpoint = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable);
        var policy = endpoint.Policy();
        policy.Allow("All", "s3:*");
        policy.Deny("Delete", "s3:DeleteObject");
    }
}
