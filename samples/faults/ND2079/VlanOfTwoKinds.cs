using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A private and a transit virtual interface have one VLAN.</summary>
[Topology]
public static partial class VlanOfTwoKinds
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        line.TransitVirtualInterface("transit", 7, network.DirectConnectGateway("dx"));
        line.PrivateVirtualInterface("private", 7, vpc.VpnGateway("vgw", 64513)); // ND2079 at `7`: VLAN 7 of connection 'line' is that of virtual interface 'transit' already; choose a free one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class VlanOfTwoKindsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        line.TransitVirtualInterface("transit", 7, network.DirectConnectGateway("dx"));
        line.PrivateVirtualInterface("private", 8, vpc.VpnGateway("vgw", 64513));
    }
}
