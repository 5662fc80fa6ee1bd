using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A protocol number is below zero.</summary>
[Topology]
public static partial class ProtocolBelowZero
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(IpProtocol(-1), from: "10.0.0.0/16"); // ND1005 at `-1`: Protocol -1 does not exist; a protocol number is 0 to 255.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ProtocolBelowZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web").Ingress(AllTraffic, from: "10.0.0.0/16");
    }
}
