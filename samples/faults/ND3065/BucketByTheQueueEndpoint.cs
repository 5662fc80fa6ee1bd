using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A bucket takes requests by an endpoint of queues.</summary>
[Topology]
public static partial class BucketByTheQueueEndpoint
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var sqs = vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(web);
        var s3 = vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        region.Service("s3").ResourcePolicy("arn:aws:s3:::bucket/*", sqs); // ND3065 at `sqs`: Endpoint 'sqs' does not lead to service 's3', so that no request comes by it; name an endpoint of the service, or a VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BucketByTheQueueEndpointRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var sqs = vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(web);
        var s3 = vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        region.Service("s3").ResourcePolicy("arn:aws:s3:::bucket/*", s3);
    }
}
