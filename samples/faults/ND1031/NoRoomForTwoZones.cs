using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC has no room for the subnets of two zones.</summary>
[Topology]
public static partial class NoRoomForTwoZones
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/24").Subnets("data", ["a", "b"], prefixLength: 24); // ND1031 at `24`: There is no room for a /24 for subnet 'data-b' in 10.0.0.0/24; ask for less, or add a block.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NoRoomForTwoZonesRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/23").Subnets("data", ["a", "b"], prefixLength: 24);
    }
}
