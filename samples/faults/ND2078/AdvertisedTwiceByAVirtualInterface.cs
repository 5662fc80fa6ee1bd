using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A virtual interface advertises one prefix twice.</summary>
[Topology]
public static partial class AdvertisedTwiceByAVirtualInterface
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var line = network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        var vif = line.PrivateVirtualInterface("vif", 100, vpc.VpnGateway("vgw")).Advertise("192.168.0.0/16");
        vif.Advertise("192.168.0.0/16"); // ND2078 at `"192.168.0.0/16"`: 'vif' advertises 192.168.0.0/16 already; say it once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AdvertisedTwiceByAVirtualInterfaceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var line = network.Site("paris").Prefix("192.168.0.0/16").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        var vif = line.PrivateVirtualInterface("vif", 100, vpc.VpnGateway("vgw")).Advertise("192.168.0.0/16");
    }
}
