using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A locked subnet is asked for with another length.</summary>
[Topology]
public static partial class LockedWithAnotherLength
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("data", 25, "a"); // ND1030 at `25`: Subnet 'data' is locked at 10.0.0.0/24 (netdsl.lock.json, line 5), and a /25 is asked for; it would move to 10.0.1.0/25. Undo the edit, or delete 'us-east-1/shop/data' from the file to let it move.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class LockedWithAnotherLengthRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("data", 24, "a");
    }
}
