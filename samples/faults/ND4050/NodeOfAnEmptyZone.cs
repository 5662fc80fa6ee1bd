using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over zones forgets the targets of one.</summary>
[Topology]
public static partial class NodeOfAnEmptyZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var front = vpc.NetworkLoadBalancer("front").Internal(); // ND4050 at `"front"`: Network load balancer 'front' has a node in us-east-1b, and target group 'web' no target there: without cross-zone load balancing the node has nobody to send to; register a target there, or call CrossZone().
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var subnet = vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone);
            front.Subnet(subnet);
            if (index == 0)
            {
                targets.Target(subnet.Instance($"host-{zone}", group));
            }
        }

        front.Listener(ListenerProtocol.Tcp, 443, targets);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NodeOfAnEmptyZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var front = vpc.NetworkLoadBalancer("front").Internal();
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var subnet = vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone);
            front.Subnet(subnet);
            targets.Target(subnet.Instance($"host-{zone}", group));
        }

        front.Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
