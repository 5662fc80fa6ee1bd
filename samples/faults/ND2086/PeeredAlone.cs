using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC is peered with itself.</summary>
[Topology]
public static partial class PeeredAlone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        network.Peer("self", vpc, vpc); // ND2086 at `vpc`: VPC 'shop' cannot peer with itself; name another VPC.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeredAloneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
    }
}
