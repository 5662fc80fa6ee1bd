using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A port is below zero.</summary>
[Topology]
public static partial class PortBelowZero
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Egress(Udp(-1), to: "10.0.0.0/16"); // ND1004 at `-1`: Port -1 does not exist; a port is 0 to 65535.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PortBelowZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Egress(Udp(53), to: "10.0.0.0/16");
    }
}
