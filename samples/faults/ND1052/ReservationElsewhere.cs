using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A reservation lies in the next subnet.</summary>
[Topology]
public static partial class ReservationElsewhere
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Reserve("10.0.1.0/28"); // ND1052 at `"10.0.1.0/28"`: 10.0.1.0/28 does not lie in subnet 'web' (10.0.0.0/24); reserve addresses of the subnet.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ReservationElsewhereRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Reserve("10.0.0.16/28");
    }
}
