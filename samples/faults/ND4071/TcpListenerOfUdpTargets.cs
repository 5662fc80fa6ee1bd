using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A listener of TCP sends to a group of UDP.</summary>
[Topology]
public static partial class TcpListenerOfUdpTargets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("log", ListenerProtocol.Udp, 514).Target(web.Instance("host"));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 514, targets); // ND4071 at `targets`: Target group 'log' is of protocol Udp, which does not go with a listener of Tcp; a group has the listener's protocol, TcpUdp for Tcp and Udp, or Tcp for Tls.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TcpListenerOfUdpTargetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("log", ListenerProtocol.Udp, 514).Target(web.Instance("host"));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Udp, 514, targets);
    }
}
