using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An entry has a number that the vendor keeps.</summary>
[Topology]
public static partial class EntryNumberTooHigh
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").AllowInbound(32767, Tcp(443), AnyIpv4); // ND1010 at `32767`: Entry number 32767 of network ACL 'edge' does not exist; a number is 1 to 32766.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EntryNumberTooHighRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").AllowInbound(32766, Tcp(443), AnyIpv4);
    }
}
