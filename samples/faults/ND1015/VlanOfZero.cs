using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A virtual interface has the VLAN 0.</summary>
[Topology]
public static partial class VlanOfZero
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        line.TransitVirtualInterface("vif", 0, network.DirectConnectGateway("dx")); // ND1015 at `0`: 0 cannot be a VLAN; it is 1 to 4094.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VlanOfZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        line.TransitVirtualInterface("vif", 1, network.DirectConnectGateway("dx"));
    }
}
