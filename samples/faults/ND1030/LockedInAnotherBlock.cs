using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The VPC of a locked subnet has another block.</summary>
[Topology]
public static partial class LockedInAnotherBlock
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.9.0.0/16");
        vpc.Subnet("data", 24, "a"); // ND1030 at `24`: Subnet 'data' is locked at 10.0.0.0/24 (netdsl.lock.json, line 17), which is not in 10.9.0.0/16; it would move to 10.9.0.0/24. Undo the edit, or delete 'us-east-1/shop/data' from the file to let it move.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class LockedInAnotherBlockRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("data", 24, "a");
    }
}
