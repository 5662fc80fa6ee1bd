using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance is registered twice.</summary>
[Topology]
public static partial class RegisteredTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(host).Target(host); // ND4072 at `host`: Host is registered on port 443 already; a target is registered once on a port.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RegisteredTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(host);
    }
}
