using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A target is in a zone without a node.</summary>
[Topology]
public static partial class TargetWithoutNode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(one.Instance("first", group));
        targets.Target(two.Instance("second", group)); // ND4051 at `Target(two.Instance("second", group))`: A target of target group 'web' is in zone us-east-1b, where network load balancer 'front' has no node: it gets nothing; add a node there with Subnet(…), or register a target of another zone.
        vpc.NetworkLoadBalancer("front").Internal().Subnet(one).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TargetWithoutNodeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(one.Instance("first", group));
        targets.Target(two.Instance("second", group));
        vpc.NetworkLoadBalancer("front").Subnet(two).Internal().Subnet(one).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
