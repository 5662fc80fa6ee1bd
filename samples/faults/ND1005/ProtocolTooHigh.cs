using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A protocol number is beyond the last.</summary>
[Topology]
public static partial class ProtocolTooHigh
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(IpProtocol(256), from: "10.0.0.0/16"); // ND1005 at `256`: Protocol 256 does not exist; a protocol number is 0 to 255.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ProtocolTooHighRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(IpProtocol(50), from: "10.0.0.0/16");
    }
}
