using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A block of a transit gateway lies in another one.</summary>
[Topology]
public static partial class BlockInsideABlock
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.96.0.0/16").CidrBlock("10.96.4.0/24"); // ND2090 at `"10.96.4.0/24"`: 10.96.4.0/24 overlaps block 10.96.0.0/16 of transit gateway 'hub'; give each its own addresses.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BlockInsideABlockRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.96.0.0/16");
    }
}
