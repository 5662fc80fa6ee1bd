using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group switches off what the load balancer has on.</summary>
[Topology]
public static partial class NodeWithoutCrossZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var host = one.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4));
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).CrossZone(false).Target(host);
        vpc.NetworkLoadBalancer("front").CrossZone().Internal().Subnet(one).Subnet(two).Listener(ListenerProtocol.Tcp, 443, targets); // ND4050 at `"front"`: Network load balancer 'front' has a node in us-east-1b, and target group 'web' no target there: without cross-zone load balancing the node has nobody to send to; register a target there, or call CrossZone().
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NodeWithoutCrossZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var host = one.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4));
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(host);
        vpc.NetworkLoadBalancer("front").CrossZone().Internal().Subnet(one).Subnet(two).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
