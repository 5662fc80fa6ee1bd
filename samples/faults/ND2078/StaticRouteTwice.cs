using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPN connection has one static route twice.</summary>
[Topology]
public static partial class StaticRouteTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).StaticRoute("192.168.0.0/16").StaticRoute("192.168.0.0/16"); // ND2078 at `"192.168.0.0/16"`: VPN connection 'paris' has a static route to 192.168.0.0/16 already; say it once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class StaticRouteTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).StaticRoute("192.168.0.0/16");
    }
}
