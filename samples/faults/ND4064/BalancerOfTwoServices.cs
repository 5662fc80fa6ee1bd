using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer serves two endpoint services.</summary>
[Topology]
public static partial class BalancerOfTwoServices
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var one = vpc.NetworkLoadBalancer("one").Internal().Subnet(web);
        var two = vpc.NetworkLoadBalancer("two").Internal().Subnet(web);
        vpc.EndpointService("first", one);
        var second = vpc.EndpointService("second", two);
        second.LoadBalancer(one); // ND4064 at `one`: Load balancer 'one' serves endpoint service 'first' already; a load balancer serves one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class BalancerOfTwoServicesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var one = vpc.NetworkLoadBalancer("one").Internal().Subnet(web);
        var two = vpc.NetworkLoadBalancer("two").Internal().Subnet(web);
        vpc.EndpointService("first", one);
        var second = vpc.EndpointService("second", two);
    }
}
