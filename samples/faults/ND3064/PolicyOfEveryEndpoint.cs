using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop gives every endpoint a policy.</summary>
[Topology]
public static partial class PolicyOfEveryEndpoint
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var balancer = tools.NetworkLoadBalancer("front").Internal().Subnet(tools.Subnet("front", "10.1.0.0/24", "a"));
        InterfaceEndpointBuilder[] endpoints = [vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(web), vpc.InterfaceEndpoint("service", tools.EndpointService("service", balancer, acceptanceRequired: false)).Subnet(web)];
        foreach (var endpoint in endpoints)
        {
            endpoint.Policy().Allow("All", "*"); // ND3064 at `Policy()`: Endpoint 'service' leads to endpoint service 'service', which takes no policies; let its security groups say who reaches it.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PolicyOfEveryEndpointRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var balancer = tools.NetworkLoadBalancer("front").Internal().Subnet(tools.Subnet("front", "10.1.0.0/24", "a"));
        InterfaceEndpointBuilder[] endpoints = [vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(web), vpc.InterfaceEndpoint("service", tools.EndpointService("service", balancer, acceptanceRequired: false)).Subnet(web)];
        foreach (var endpoint in endpoints.Take(1))
        {
            endpoint.Policy().Allow("All", "*");
        }
    }
}
