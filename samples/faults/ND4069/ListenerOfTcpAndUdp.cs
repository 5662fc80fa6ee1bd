using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A listener of TCP and UDP has the port of one of TCP.</summary>
[Topology]
public static partial class ListenerOfTcpAndUdp
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var tcp = vpc.TargetGroup("tcp", ListenerProtocol.Tcp, 53).Target(host);
        var both = vpc.TargetGroup("both", ListenerProtocol.TcpUdp, 53).Target(host);
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 53, tcp).Listener(ListenerProtocol.TcpUdp, 53, both); // ND4069 at `53`: Load balancer 'front' listens on port 53 already; one listener takes a port of a protocol.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ListenerOfTcpAndUdpRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var tcp = vpc.TargetGroup("tcp", ListenerProtocol.Tcp, 53).Target(host);
        var both = vpc.TargetGroup("both", ListenerProtocol.TcpUdp, 53).Target(host);
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 53, tcp);
    }
}
