using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group of addresses has none.</summary>
[Topology]
public static partial class GroupOfAddressesOfNobody
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip); // ND4055 at `"web"`: The listener of network load balancer 'front' on port 443 sends to target group 'web', which has no target, so that every connection is refused; register one with Target(…).
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupOfAddressesOfNobodyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("192.168.1.10");
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
