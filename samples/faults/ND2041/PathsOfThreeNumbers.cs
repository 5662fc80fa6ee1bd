using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Of three VPN connections one comes by another autonomous system.</summary>
[Topology]
public static partial class PathsOfThreeNumbers
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        hub.AttachVpn("a", paris.CustomerGateway("left"));
        hub.AttachVpn("b", paris.CustomerGateway("right"));
        hub.AttachVpn("c", paris.CustomerGateway("spare", asn: 65012)); // ND2041 at `"c"`: VPN connection 'c' brings transit gateway 'hub' a route to 192.168.0.0/16 that is as good as that of VPN connection 'a', and they share no flows: their AS paths 65010 and 65012 differ. All go by the latter, a choice that the vendor leaves open; let both come from one autonomous system, or rank them with Prepend(…) or Med(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PathsOfThreeNumbersRepaired
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        hub.AttachVpn("a", paris.CustomerGateway("left"));
        hub.AttachVpn("b", paris.CustomerGateway("right"));
        hub.AttachVpn("c", paris.CustomerGateway("spare"));
    }
}
