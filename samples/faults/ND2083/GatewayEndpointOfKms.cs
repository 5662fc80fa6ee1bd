using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A gateway endpoint leads to a key service.</summary>
[Topology]
public static partial class GatewayEndpointOfKms
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var kms = network.Region("us-east-1").Service("kms");
        vpc.GatewayEndpoint("kms", kms).RouteTable(vpc.MainRouteTable); // ND2083 at `kms`: Service 'kms' has no gateway endpoints, only S3 and DynamoDB have; use InterfaceEndpoint.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayEndpointOfKmsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var kms = network.Region("us-east-1").Service("kms");
        vpc.InterfaceEndpoint("kms", kms).Subnet(web);
    }
}
