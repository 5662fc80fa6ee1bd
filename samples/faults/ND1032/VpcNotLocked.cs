using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC gets a prefix of a pool that the lock file does not hold.</summary>
[Topology]
public static partial class VpcNotLocked
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", 16); // ND1032 at `16`: VPC 'shop' got 10.0.0.0/16, which the lock file does not hold, so that a later edit may move it; run netdsl lock.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpcNotLockedRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
    }
}
