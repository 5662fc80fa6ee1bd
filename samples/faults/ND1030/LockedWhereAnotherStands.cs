using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is declared where the lock file holds another.</summary>
[Topology]
public static partial class LockedWhereAnotherStands
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.Subnet("data", 24, "a"); // ND1030 at `24`: Subnet 'data' is locked at 10.0.0.0/24 (netdsl.lock.json, line 11), which overlaps 10.0.0.0/24, declared before; it would move to 10.0.1.0/24. Undo the edit, or delete 'us-east-1/shop/data' from the file to let it move.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class LockedWhereAnotherStandsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.1.0/24", "a");
        vpc.Subnet("data", 24, "a");
    }
}
