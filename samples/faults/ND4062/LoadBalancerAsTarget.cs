using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A node of another load balancer is a target.</summary>
[Topology]
public static partial class LoadBalancerAsTarget
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.NetworkLoadBalancer("back").Internal().Subnet(web, privateIp: "10.0.0.10");
        vpc.TargetGroup("back", ListenerProtocol.Tcp, 443, TargetKind.Ip).PreserveClientAddress().Target("10.0.0.10"); // ND4062 at `Target("10.0.0.10")`: 10.0.0.10 is the address of network load balancer 'back', which cannot be a target while target group 'back' preserves client addresses; take PreserveClientAddress() away.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class LoadBalancerAsTargetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.NetworkLoadBalancer("back").Internal().Subnet(web, privateIp: "10.0.0.10");
        vpc.TargetGroup("back", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("10.0.0.10");
    }
}
