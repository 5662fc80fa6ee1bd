using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The third block of a VPC lies in the second.</summary>
[Topology]
public static partial class ThirdBlockOverlaps
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.1.0.0/16");
        vpc.SecondaryCidr("10.1.16.0/20"); // ND1022 at `"10.1.16.0/20"`: Block 10.1.16.0/20 of VPC 'shop' overlaps its block 10.1.0.0/16; the next free block of its size is 10.2.0.0/20.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ThirdBlockOverlapsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.1.0.0/16");
        vpc.SecondaryCidr("10.2.16.0/20");
    }
}
