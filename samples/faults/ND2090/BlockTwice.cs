using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A transit gateway has one block twice.</summary>
[Topology]
public static partial class BlockTwice
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.99.0.0/24");
        hub.CidrBlock("10.99.0.0/24"); // ND2090 at `"10.99.0.0/24"`: 10.99.0.0/24 overlaps block 10.99.0.0/24 of transit gateway 'hub'; give each its own addresses.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BlockTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.99.0.0/24");
        hub.CidrBlock("10.99.1.0/24");
    }
}
