using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance is registered by the group's port and by the same number.</summary>
[Topology]
public static partial class RegisteredOnItsPort
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(host);
        targets.Target(host, 443); // ND4072 at `host`: Host is registered on port 443 already; a target is registered once on a port.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RegisteredOnItsPortRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(host);
    }
}
