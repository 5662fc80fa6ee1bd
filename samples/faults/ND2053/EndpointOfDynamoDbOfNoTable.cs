using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The gateway endpoint of a second service has no table.</summary>
[Topology]
public static partial class EndpointOfDynamoDbOfNoTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var region = network.Region("us-east-1");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        vpc.GatewayEndpoint("dynamodb", region.Service("dynamodb")); // ND2053 at `"dynamodb"`: Gateway endpoint 'dynamodb' is associated with no route table of VPC 'shop', so that nothing goes by it to public service 'dynamodb'; call RouteTable with the tables of the subnets that use it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointOfDynamoDbOfNoTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var region = network.Region("us-east-1");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        vpc.GatewayEndpoint("dynamodb", region.Service("dynamodb")).RouteTable(vpc.MainRouteTable);
    }
}
