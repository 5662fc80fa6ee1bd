using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The group of a target admits nothing.</summary>
[Topology]
public static partial class TargetOfAnEmptyGroup
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("web");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(web.Instance("host", group)); // ND4056 at `Target(web.Instance("host", group))`: No security group of network interface 'host' has a rule for port 443, at which target group 'web' of network load balancer 'front' sends to it: it is never healthy; add Ingress(Tcp(443), from: …) to security group 'web'.
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TargetOfAnEmptyGroupRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.0.0.0/16");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(web.Instance("host", group));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
