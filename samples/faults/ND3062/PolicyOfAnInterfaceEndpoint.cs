using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The policy of an interface endpoint has no statement.</summary>
[Topology]
public static partial class PolicyOfAnInterfaceEndpoint
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var endpoint = vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web);
        endpoint.Policy(); // ND3062 at `Policy()`: The policy of endpoint 'sqs' has no statement that allows anything, so that it denies everything; add Allow(…), or leave Policy() out.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PolicyOfAnInterfaceEndpointRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var endpoint = vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web);
        endpoint.Policy().Allow("Send", "sqs:SendMessage");
    }
}
