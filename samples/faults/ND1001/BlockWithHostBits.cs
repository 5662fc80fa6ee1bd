using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The block of a VPC has host bits set.</summary>
[Topology]
public static partial class BlockWithHostBits
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.1/16"); // ND1001 at `"10.0.0.1/16"`: '10.0.0.1/16' has host bits set; the prefix is 10.0.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class BlockWithHostBitsRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
    }
}
