using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The only subnet of a new zone has targets, and no node.</summary>
[Topology]
public static partial class TargetInAnotherSubnetOfNoNode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var three = vpc.Subnet("three", "10.0.2.0/24", "c");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(one.Instance("first", group)).Target(three.Instance("third", group)); // ND4051 at `Target(three.Instance("third", group))`: A target of target group 'web' is in zone us-east-1c, where network load balancer 'front' has no node: it gets nothing; add a node there with Subnet(…), or register a target of another zone.
        vpc.NetworkLoadBalancer("front").Internal().Subnet(one).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TargetInAnotherSubnetOfNoNodeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var three = vpc.Subnet("three", "10.0.2.0/24", "c");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(one.Instance("first", group)).Target(three.Instance("third", group));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(one).Subnet(three).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
