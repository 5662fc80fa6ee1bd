using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A site has the number of the virtual private gateway.</summary>
[Topology]
public static partial class SystemOfAVpnGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris", 64512).Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge); // ND2077 at `edge`: Customer gateway 'edge' and virtual private gateway 'vgw' are both of autonomous system 64512, between which there is no external BGP; give one of them another number.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SystemOfAVpnGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris", 65001).Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge);
    }
}
