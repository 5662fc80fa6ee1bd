using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A customer gateway has the number of the vendor's end.</summary>
[Topology]
public static partial class SystemOfACustomerGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        var edge = paris.CustomerGateway("edge", asn: 64600);
        vpc.VpnGateway("vgw", 64600).VpnConnection("paris", edge); // ND2077 at `edge`: Customer gateway 'edge' and virtual private gateway 'vgw' are both of autonomous system 64600, between which there is no external BGP; give one of them another number.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SystemOfACustomerGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        var edge = paris.CustomerGateway("edge", asn: 64601);
        vpc.VpnGateway("vgw", 64600).VpnConnection("paris", edge);
    }
}
