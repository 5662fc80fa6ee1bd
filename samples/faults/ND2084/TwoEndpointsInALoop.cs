using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop gives each table an endpoint, and one of them has one.</summary>
[Topology]
public static partial class TwoEndpointsInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var s3 = network.Region("us-east-1").Service("s3");
        var web = vpc.RouteTable("web");
        var endpoint = vpc.GatewayEndpoint("all", s3).RouteTable(vpc.RouteTable("data"));
        vpc.GatewayEndpoint("web", s3).RouteTable(web);
        endpoint.RouteTable(web); // ND2084 at `web`: Route table 'web' leads to service 's3' by endpoint 'web' already; a table has one endpoint a service.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TwoEndpointsInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var s3 = network.Region("us-east-1").Service("s3");
        var web = vpc.RouteTable("web");
        var endpoint = vpc.GatewayEndpoint("all", s3).RouteTable(vpc.RouteTable("data"));
        vpc.GatewayEndpoint("web", s3).RouteTable(web);
    }
}
