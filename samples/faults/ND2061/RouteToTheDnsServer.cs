using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads the addresses of the DNS server to nowhere.</summary>
[Topology]
public static partial class RouteToTheDnsServer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var table = vpc.Subnet("web", "10.0.0.0/24", "a").RouteTable("web");
        table.Blackhole("169.254.169.253/32"); // ND2061 at `"169.254.169.253/32"`: 169.254.169.253/32 lies in 169.254.168.0/22, which the vendor keeps for its own services; no route can lead there.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToTheDnsServerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var table = vpc.Subnet("web", "10.0.0.0/24", "a").RouteTable("web");
    }
}
