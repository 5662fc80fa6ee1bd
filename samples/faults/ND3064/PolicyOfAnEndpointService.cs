using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An endpoint of a partner's service gets a policy.</summary>
[Topology]
public static partial class PolicyOfAnEndpointService
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var balancer = tools.NetworkLoadBalancer("front").Internal().Subnet(tools.Subnet("front", "10.1.0.0/24", "a"));
        var service = tools.EndpointService("service", balancer, acceptanceRequired: false);
        var endpoint = vpc.InterfaceEndpoint("service", service).Subnet(web);
        endpoint.Policy(); // ND3064 at `Policy()`: Endpoint 'service' leads to endpoint service 'service', which takes no policies; let its security groups say who reaches it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PolicyOfAnEndpointServiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var balancer = tools.NetworkLoadBalancer("front").Internal().Subnet(tools.Subnet("front", "10.1.0.0/24", "a"));
        var service = tools.EndpointService("service", balancer, acceptanceRequired: false);
        var endpoint = vpc.InterfaceEndpoint("service", service).Subnet(web);
    }
}
