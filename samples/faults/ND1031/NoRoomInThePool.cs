using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The pool of a network has no room for another VPC.</summary>
[Topology]
public static partial class NoRoomInThePool
{
    static void Define(NetworkBuilder network)
    {
        network.AddressPool("10.0.0.0/16");
        network.Region("us-east-1").Vpc("shop", 16);
        network.Region("us-east-1").Vpc("tools", 16); // ND1031 at `16`: There is no room for a /16 for VPC 'tools' in 10.0.0.0/16; ask for less, or add a block.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NoRoomInThePoolRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.AddressPool("10.0.0.0/15");
        network.Region("us-east-1").Vpc("shop", 16);
        network.Region("us-east-1").Vpc("tools", 16);
    }
}
