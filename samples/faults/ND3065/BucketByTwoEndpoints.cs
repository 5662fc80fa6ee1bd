using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The second endpoint of a policy is of another service.</summary>
[Topology]
public static partial class BucketByTwoEndpoints
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var s3 = vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        var kms = vpc.InterfaceEndpoint("kms", region.Service("kms")).Subnet(web);
        region.Service("s3").ResourcePolicy("arn:aws:s3:::bucket/*", s3).OnlyFrom(kms); // ND3065 at `kms`: Endpoint 'kms' does not lead to service 's3', so that no request comes by it; name an endpoint of the service, or a VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BucketByTwoEndpointsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var s3 = vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable);
        var kms = vpc.InterfaceEndpoint("kms", region.Service("kms")).Subnet(web);
        region.Service("s3").ResourcePolicy("arn:aws:s3:::bucket/*", s3);
    }
}
