using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group has targets in three zones, and a load balancer nodes in two.</summary>
[Topology]
public static partial class TargetOfAThirdZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var subnets = new[] { "a", "b", "c" }.Select((zone, index) => vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone)).ToList();
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        foreach (var subnet in subnets)
        {
            targets.Target(subnet.Instance($"host-{subnet.Name}", group)); // ND4051 at `Target(subnet.Instance($"host-{subnet.Name}", group))`: A target of target group 'web' is in zone us-east-1c, where network load balancer 'front' has no node: it gets nothing; add a node there with Subnet(…), or register a target of another zone.
        }

        var front = vpc.NetworkLoadBalancer("front").Internal().Listener(ListenerProtocol.Tcp, 443, targets);
        foreach (var subnet in subnets.Take(2))
        {
            front.Subnet(subnet);
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TargetOfAThirdZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var subnets = new[] { "a", "b", "c" }.Select((zone, index) => vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone)).ToList();
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        foreach (var subnet in subnets)
        {
            targets.Target(subnet.Instance($"host-{subnet.Name}", group));
        }

        var front = vpc.NetworkLoadBalancer("front").Internal().Listener(ListenerProtocol.Tcp, 443, targets);
        foreach (var subnet in subnets)
        {
            front.Subnet(subnet);
        }
    }
}
