using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A gateway endpoint leads to a queue service.</summary>
[Topology]
public static partial class GatewayEndpointOfSqs
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.GatewayEndpoint("sqs", network.Region("us-east-1").Service("sqs")).RouteTable(vpc.MainRouteTable); // ND2083 at `network.Region("us-east-1").Service("sqs")`: Service 'sqs' has no gateway endpoints, only S3 and DynamoDB have; use InterfaceEndpoint.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GatewayEndpointOfSqsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web);
    }
}
