using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group of TLS is sticky.</summary>
[Topology]
public static partial class StickyTls
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tls, 443).Target(web.Instance("host"));
        targets.StickToSource(); // ND4073 at `StickToSource()`: Target group 'web' is of protocol Tls, which has no stickiness; leave the call out.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class StickyTlsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tls, 443).Target(web.Instance("host"));
    }
}
