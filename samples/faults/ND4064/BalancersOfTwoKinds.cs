using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A service has load balancers of two kinds.</summary>
[Topology]
public static partial class BalancersOfTwoKinds
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var front = vpc.NetworkLoadBalancer("front").Internal().Subnet(web);
        var service = vpc.EndpointService("service", front);
        var gateway = vpc.GatewayLoadBalancer("gwlb").Subnet(web);
        service.LoadBalancer(gateway); // ND4064 at `gateway`: Endpoint service 'service' has network load balancers or Gateway Load Balancers, not both; declare another service for 'gwlb'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class BalancersOfTwoKindsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var front = vpc.NetworkLoadBalancer("front").Internal().Subnet(web);
        var service = vpc.EndpointService("service", front);
        var gateway = vpc.GatewayLoadBalancer("gwlb").Subnet(web);
    }
}
