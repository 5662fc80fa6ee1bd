using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A target listens on no port.</summary>
[Topology]
public static partial class PortOfATarget
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.TargetGroup("web", ListenerProtocol.Tcp, 0); // ND1004 at `0`: 0 is not a port that targets can have; write one from 1 to 65535.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PortOfATargetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
    }
}
