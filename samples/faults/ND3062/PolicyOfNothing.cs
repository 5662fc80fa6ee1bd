using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A policy has no statement.</summary>
[Topology]
public static partial class PolicyOfNothing
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var endpoint = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable);
        endpoint.Policy(); // ND3062 at `Policy()`: The policy of endpoint 's3' has no statement that allows anything, so that it denies everything; add Allow(…), or leave Policy() out.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PolicyOfNothingRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var endpoint = vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable);
        endpoint.Policy().Allow("Read", "s3:GetObject");
    }
}
