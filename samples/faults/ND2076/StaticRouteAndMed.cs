using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A connection of a static route gets a multi-exit discriminator.</summary>
[Topology]
public static partial class StaticRouteAndMed
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vpn = vpc.VpnGateway("vgw").VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));
        vpn.StaticRoute("192.168.0.0/16");
        vpn.Med(100); // ND2076 at `Med(100)`: VPN connection 'paris' has static routing, without BGP, and so cannot have a multi-exit discriminator; leave its static routes out, or this.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class StaticRouteAndMedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vpn = vpc.VpnGateway("vgw").VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));
        vpn.StaticRoute("192.168.0.0/16");
    }
}
