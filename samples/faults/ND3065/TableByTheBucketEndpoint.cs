using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table of DynamoDB takes requests by an endpoint of S3.</summary>
[Topology]
public static partial class TableByTheBucketEndpoint
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var region = network.Region("us-east-1");
        var s3 = vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        region.Service("dynamodb").ResourcePolicy("arn:aws:dynamodb:us-east-1:111111111111:table/orders", s3); // ND3065 at `s3`: Endpoint 's3' does not lead to service 'dynamodb', so that no request comes by it; name an endpoint of the service, or a VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TableByTheBucketEndpointRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var region = network.Region("us-east-1");
        var s3 = vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        region.Service("dynamodb").ResourcePolicy("arn:aws:dynamodb:us-east-1:111111111111:table/orders", vpc);
    }
}
