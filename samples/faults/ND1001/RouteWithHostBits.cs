using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The prefix of a route is not aligned.</summary>
[Topology]
public static partial class RouteWithHostBits
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route("192.168.1.0/16", igw); // ND1001 at `"192.168.1.0/16"`: '192.168.1.0/16' has host bits set; the prefix is 192.168.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteWithHostBitsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route("192.168.0.0/16", igw);
    }
}
