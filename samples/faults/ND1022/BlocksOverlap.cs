using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The second block of a VPC overlaps the first.</summary>
[Topology]
public static partial class BlocksOverlap
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.0.128.0/17"); // ND1022 at `"10.0.128.0/17"`: Block 10.0.128.0/17 of VPC 'shop' overlaps its block 10.0.0.0/16; the next free block of its size is 10.1.0.0/17.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BlocksOverlapRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.1.0.0/17");
    }
}
