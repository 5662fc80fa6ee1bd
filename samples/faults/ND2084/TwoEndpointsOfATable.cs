using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table has two endpoints of one service.</summary>
[Topology]
public static partial class TwoEndpointsOfATable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var s3 = network.Region("us-east-1").Service("s3");
        vpc.GatewayEndpoint("one", s3).RouteTable(vpc.MainRouteTable);
        vpc.GatewayEndpoint("two", s3).RouteTable(vpc.MainRouteTable).RouteTable(vpc.RouteTable("web")); // ND2084 at `vpc.MainRouteTable`: Route table 'main' leads to service 's3' by endpoint 'one' already; a table has one endpoint a service.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TwoEndpointsOfATableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var s3 = network.Region("us-east-1").Service("s3");
        vpc.GatewayEndpoint("one", s3).RouteTable(vpc.MainRouteTable);
        vpc.GatewayEndpoint("two", s3).RouteTable(vpc.RouteTable("web"));
    }
}
