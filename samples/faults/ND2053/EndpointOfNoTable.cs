using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A gateway endpoint has no table.</summary>
[Topology]
public static partial class EndpointOfNoTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")); // ND2053 at `"s3"`: Gateway endpoint 's3' is associated with no route table of VPC 'shop', so that nothing goes by it to public service 's3'; call RouteTable with the tables of the subnets that use it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EndpointOfNoTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.GatewayEndpoint("s3", network.Region("us-east-1").Service("s3")).RouteTable(vpc.MainRouteTable);
    }
}
