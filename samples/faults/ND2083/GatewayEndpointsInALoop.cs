using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop declares gateway endpoints of all services.</summary>
[Topology]
public static partial class GatewayEndpointsInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        vpc.GatewayEndpoint("ssm", region.Service("ssm")).RouteTable(vpc.MainRouteTable); // ND2083 at `region.Service("ssm")`: Service 'ssm' has no gateway endpoints, only S3 and DynamoDB have; use InterfaceEndpoint.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayEndpointsInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        vpc.InterfaceEndpoint("ssm", region.Service("ssm")).Subnet(web);
    }
}
