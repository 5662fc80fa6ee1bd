using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two load balancers send to one group from two ports.</summary>
[Topology]
public static partial class GroupOfTwoPorts
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 80).Target(host);
        vpc.NetworkLoadBalancer("one").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 80, targets);
        vpc.NetworkLoadBalancer("two").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 8080, targets); // ND4070 at `targets`: Target group 'web' is used by load balancer 'one' already; a target group serves one load balancer.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupOfTwoPortsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 80).Target(host);
        vpc.NetworkLoadBalancer("one").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 80, targets);
        vpc.NetworkLoadBalancer("two").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 8080, vpc.TargetGroup("second", ListenerProtocol.Tcp, 80).Target(host));
    }
}
