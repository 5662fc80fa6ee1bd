using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two sites tell the hub of one prefix.</summary>
[Topology]
public static partial class PathsOfTwoSites
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        var lyon = network.Site("lyon", 65020).Prefix("192.168.0.0/16");
        hub.AttachVpn("a", paris.CustomerGateway("edge"));
        hub.AttachVpn("b", lyon.CustomerGateway("edge")); // ND2041 at `"b"`: VPN connection 'b' brings transit gateway 'hub' a route to 192.168.0.0/16 that is as good as that of VPN connection 'a', and they share no flows: their AS paths 65010 and 65020 differ. All go by the latter, a choice that the vendor leaves open; let both come from one autonomous system, or rank them with Prepend(…) or Med(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PathsOfTwoSitesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        var lyon = network.Site("lyon", 65020).Prefix("192.168.0.0/17");
        hub.AttachVpn("a", paris.CustomerGateway("edge"));
        hub.AttachVpn("b", lyon.CustomerGateway("edge"));
    }
}
