using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop gives all virtual interfaces one VLAN.</summary>
[Topology]
public static partial class VlanInALoop
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        var dx = network.DirectConnectGateway("dx");
        foreach (var name in new[] { "one", "two" })
        {
            line.TransitVirtualInterface(name, 100, dx); // ND2079 at `100`: VLAN 100 of connection 'line' is that of virtual interface 'one' already; choose a free one.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VlanInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var line = network.Site("paris").DirectConnect("line", "EqDC2", network.Region("us-east-1"));
        var dx = network.DirectConnectGateway("dx");
        foreach (var (index, name) in new[] { "one", "two" }.Index())
        {
            line.TransitVirtualInterface(name, 100 + index, dx);
        }
    }
}
