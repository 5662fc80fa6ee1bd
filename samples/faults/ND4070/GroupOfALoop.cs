using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop of load balancers shares one group.</summary>
[Topology]
public static partial class GroupOfALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(host);
        foreach (var name in new[] { "one", "two" })
        {
            vpc.NetworkLoadBalancer(name).Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets); // ND4070 at `targets`: Target group 'web' is used by load balancer 'one' already; a target group serves one load balancer.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupOfALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        foreach (var name in new[] { "one", "two" })
        {
            var targets = vpc.TargetGroup(name, ListenerProtocol.Tcp, 443).Target(host);
            vpc.NetworkLoadBalancer(name).Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets);
        }
    }
}
