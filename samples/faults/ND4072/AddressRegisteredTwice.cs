using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An address is registered twice.</summary>
[Topology]
public static partial class AddressRegisteredTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("10.0.0.10");
        targets.Target("10.0.0.10"); // ND4072 at `"10.0.0.10"`: 10.0.0.10 is registered on port 443 already; a target is registered once on a port.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressRegisteredTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var targets = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("10.0.0.10");
    }
}
