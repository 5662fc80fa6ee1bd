using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A Gateway Load Balancer serves two endpoint services.</summary>
[Topology]
public static partial class GatewayBalancerOfTwoServices
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var one = vpc.GatewayLoadBalancer("one").Subnet(web);
        var two = vpc.GatewayLoadBalancer("two").Subnet(web);
        vpc.EndpointService("first", one);
        vpc.EndpointService("second", two).LoadBalancer(one); // ND4064 at `one`: Gateway Load Balancer 'one' serves endpoint service 'first' already; a load balancer serves one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GatewayBalancerOfTwoServicesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var one = vpc.GatewayLoadBalancer("one").Subnet(web);
        var two = vpc.GatewayLoadBalancer("two").Subnet(web);
        vpc.EndpointService("first", one);
        vpc.EndpointService("second", two);
    }
}
