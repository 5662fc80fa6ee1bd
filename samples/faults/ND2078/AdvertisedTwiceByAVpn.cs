using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPN connection advertises one prefix twice.</summary>
[Topology]
public static partial class AdvertisedTwiceByAVpn
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vpn = vpc.VpnGateway("vgw").VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));
        vpn.Advertise("192.168.0.0/16");
        vpn.Advertise("192.168.0.0/16"); // ND2078 at `"192.168.0.0/16"`: 'paris' advertises 192.168.0.0/16 already; say it once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AdvertisedTwiceByAVpnRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vpn = vpc.VpnGateway("vgw").VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge"));
        vpn.Advertise("192.168.0.0/16");
    }
}
