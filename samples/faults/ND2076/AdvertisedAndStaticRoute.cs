using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A connection that advertises gets a static route.</summary>
[Topology]
public static partial class AdvertisedAndStaticRoute
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vpn = vpc.VpnGateway("vgw").VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));
        vpn.Advertise("192.168.0.0/16");
        vpn.StaticRoute("192.168.0.0/16"); // ND2076 at `"192.168.0.0/16"`: VPN connection 'paris' was told what to say over BGP, and a connection with static routing has none; leave a static route to 192.168.0.0/16 out, or what is said of BGP.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AdvertisedAndStaticRouteRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vpn = vpc.VpnGateway("vgw").VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));
        vpn.Advertise("192.168.0.0/16");
    }
}
