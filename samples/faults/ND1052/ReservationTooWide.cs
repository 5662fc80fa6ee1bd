using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A reservation is wider than its subnet.</summary>
[Topology]
public static partial class ReservationTooWide
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Reserve("10.0.0.0/23"); // ND1052 at `"10.0.0.0/23"`: 10.0.0.0/23 does not lie in subnet 'web' (10.0.0.0/24); reserve addresses of the subnet.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ReservationTooWideRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
    }
}
