using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A reservation lies inside another one.</summary>
[Topology]
public static partial class ReservationTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Reserve("10.0.0.128/26");
        web.Reserve("10.0.0.160/28"); // ND1052 at `"10.0.0.160/28"`: 10.0.0.160/28 overlaps 10.0.0.128/26, which is reserved in subnet 'web' already.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ReservationTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Reserve("10.0.0.128/26");
    }
}
