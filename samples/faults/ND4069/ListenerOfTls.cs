using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A listener of TLS has the port of one of TCP.</summary>
[Topology]
public static partial class ListenerOfTls
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(web.Instance("host"));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets).Listener(ListenerProtocol.Tls, 443, targets); // ND4069 at `443`: Load balancer 'front' listens on port 443 already; one listener takes a port of a protocol.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ListenerOfTlsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(web.Instance("host"));
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, targets);
    }
}
