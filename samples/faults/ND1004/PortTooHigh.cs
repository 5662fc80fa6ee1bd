using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A port is beyond the last.</summary>
[Topology]
public static partial class PortTooHigh
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(Tcp(70000), from: "10.0.0.0/16"); // ND1004 at `70000`: Port 70000 does not exist; a port is 0 to 65535.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PortTooHighRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(Tcp(7000), from: "10.0.0.0/16");
    }
}
