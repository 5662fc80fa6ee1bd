using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet gets a prefix that the lock file does not hold.</summary>
[Topology]
public static partial class NotLocked
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Subnet("data", 24, "a"); // ND1032 at `24`: Subnet 'data' got 10.0.0.0/24, which the lock file does not hold, so that a later edit may move it; run netdsl lock.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NotLockedRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Subnet("data", "10.0.0.0/24", "a");
    }
}
