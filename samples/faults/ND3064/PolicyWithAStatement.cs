using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The policy of such an endpoint has a statement.</summary>
[Topology]
public static partial class PolicyWithAStatement
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var balancer = tools.NetworkLoadBalancer("front").Internal().Subnet(tools.Subnet("front", "10.1.0.0/24", "a"));
        var endpoint = vpc.InterfaceEndpoint("service", tools.EndpointService("service", balancer, acceptanceRequired: false)).Subnet(web);
        endpoint.Policy().Allow("All", "*"); // ND3064 at `Policy()`: Endpoint 'service' leads to endpoint service 'service', which takes no policies; let its security groups say who reaches it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PolicyWithAStatementRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var balancer = tools.NetworkLoadBalancer("front").Internal().Subnet(tools.Subnet("front", "10.1.0.0/24", "a"));
        var endpoint = vpc.InterfaceEndpoint("service", tools.EndpointService("service", balancer, acceptanceRequired: false)).Subnet(web);
    }
}
