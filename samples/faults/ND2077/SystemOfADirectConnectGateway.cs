using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A site has the number of the Direct Connect gateway.</summary>
[Topology]
public static partial class SystemOfADirectConnectGateway
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris", 64512).DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        line.TransitVirtualInterface("vif", 100, network.DirectConnectGateway("dx")); // ND2077 at `network.DirectConnectGateway("dx")`: The router of site 'paris' and Direct Connect gateway 'dx' are both of autonomous system 64512, between which there is no external BGP; give one of them another number.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SystemOfADirectConnectGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris", 65001).DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        line.TransitVirtualInterface("vif", 100, network.DirectConnectGateway("dx"));
    }
}
