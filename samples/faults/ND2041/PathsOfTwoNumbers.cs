using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two VPN connections bring one prefix by two autonomous systems.</summary>
[Topology]
public static partial class PathsOfTwoNumbers
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        hub.AttachVpn("a", paris.CustomerGateway("left", asn: 65011));
        hub.AttachVpn("b", paris.CustomerGateway("right", asn: 65012)); // ND2041 at `"b"`: VPN connection 'b' brings transit gateway 'hub' a route to 192.168.0.0/16 that is as good as that of VPN connection 'a', and they share no flows: their AS paths 65011 and 65012 differ. All go by the latter, a choice that the vendor leaves open; let both come from one autonomous system, or rank them with Prepend(…) or Med(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PathsOfTwoNumbersRepaired
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var paris = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        hub.AttachVpn("a", paris.CustomerGateway("left"));
        hub.AttachVpn("b", paris.CustomerGateway("right"));
    }
}
