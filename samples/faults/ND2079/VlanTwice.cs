using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two virtual interfaces have one VLAN.</summary>
[Topology]
public static partial class VlanTwice
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        var dx = network.DirectConnectGateway("dx");
        line.TransitVirtualInterface("one", 100, dx);
        line.TransitVirtualInterface("two", 100, dx); // ND2079 at `100`: VLAN 100 of connection 'line' is that of virtual interface 'one' already; choose a free one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class VlanTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        var dx = network.DirectConnectGateway("dx");
        line.TransitVirtualInterface("one", 100, dx);
        line.TransitVirtualInterface("two", 101, dx);
    }
}
