using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One of two groups has no target.</summary>
[Topology]
public static partial class SecondGroupOfNobody
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(80), from: AnyIpv4));
        var front = vpc.NetworkLoadBalancer("front").Internal().Subnet(web);
        front.Listener(ListenerProtocol.Tcp, 443, vpc.TargetGroup("tls", ListenerProtocol.Tcp, 443).Target(host));
        front.Listener(ListenerProtocol.Tcp, 80, vpc.TargetGroup("plain", ListenerProtocol.Tcp, 80)); // ND4055 at `"plain"`: The listener of network load balancer 'front' on port 80 sends to target group 'plain', which has no target, so that every connection is refused; register one with Target(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SecondGroupOfNobodyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(80), from: AnyIpv4));
        var front = vpc.NetworkLoadBalancer("front").Internal().Subnet(web);
        front.Listener(ListenerProtocol.Tcp, 443, vpc.TargetGroup("tls", ListenerProtocol.Tcp, 443).Target(host));
        front.Listener(ListenerProtocol.Tcp, 80, vpc.TargetGroup("plain", ListenerProtocol.Tcp, 80).Target(host));
    }
}
