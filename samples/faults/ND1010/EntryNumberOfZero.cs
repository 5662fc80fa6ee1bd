using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An entry has the number zero.</summary>
[Topology]
public static partial class EntryNumberOfZero
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").AllowOutbound(0, Tcp(443), AnyIpv4); // ND1010 at `0`: Entry number 0 of network ACL 'edge' does not exist; a number is 1 to 32766.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EntryNumberOfZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").AllowOutbound(1, Tcp(443), AnyIpv4);
    }
}
