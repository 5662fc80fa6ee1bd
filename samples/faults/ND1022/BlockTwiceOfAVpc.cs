using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC has one block twice.</summary>
[Topology]
public static partial class BlockTwiceOfAVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.0.0.0/16"); // ND1022 at `"10.0.0.0/16"`: Block 10.0.0.0/16 of VPC 'shop' overlaps its block 10.0.0.0/16; the next free block of its size is 10.1.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class BlockTwiceOfAVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.1.0.0/16");
    }
}
