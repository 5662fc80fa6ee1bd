using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One zone more than the lock file holds gets a subnet.</summary>
[Topology]
public static partial class OneZoneNotLocked
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Subnets("data", ["a", "b"], prefixLength: 24); // ND1032 at `24`: Subnet 'data-b' got 10.0.1.0/24, which the lock file does not hold, so that a later edit may move it; run netdsl lock.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OneZoneNotLockedRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Subnets("data", ["a"], prefixLength: 24);
    }
}
