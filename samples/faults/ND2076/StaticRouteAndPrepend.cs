using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A connection of a static route prepends its path.</summary>
[Topology]
public static partial class StaticRouteAndPrepend
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).StaticRoute("192.168.0.0/16").Prepend(2); // ND2076 at `Prepend(2)`: VPN connection 'paris' has static routing, without BGP, and so cannot have a prepended AS path; leave its static routes out, or this.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class StaticRouteAndPrependRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).StaticRoute("192.168.0.0/16");
    }
}
