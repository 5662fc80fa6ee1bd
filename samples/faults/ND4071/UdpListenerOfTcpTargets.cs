using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A listener of UDP sends to a group of TCP.</summary>
[Topology]
public static partial class UdpListenerOfTcpTargets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("dns", ListenerProtocol.Tcp, 53).Target(web.Instance("host"));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Udp, 53, targets); // ND4071 at `targets`: Target group 'dns' is of protocol Tcp, which does not go with a listener of Udp; a group has the listener's protocol, TcpUdp for Tcp and Udp, or Tcp for Tls.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class UdpListenerOfTcpTargetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("dns", ListenerProtocol.Udp, 53).Target(web.Instance("host"));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Udp, 53, targets);
    }
}
