using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A target of UDP admits TCP.</summary>
[Topology]
public static partial class UdpTargetThatAdmitsTcp
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("dns").Ingress(Tcp(53), from: AnyIpv4);
        var targets = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).Target(web.Instance("host", group)); // ND4056 at `Target(web.Instance("host", group))`: No security group of network interface 'host' has a rule for port 53, at which target group 'dns' of network load balancer 'front' sends to it: it is never healthy; add Ingress(Udp(53), from: …) to security group 'dns'.
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Udp, 53, targets);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class UdpTargetThatAdmitsTcpRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("dns").Ingress(Udp(53), from: AnyIpv4);
        var targets = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).Target(web.Instance("host", group));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Udp, 53, targets);
    }
}
