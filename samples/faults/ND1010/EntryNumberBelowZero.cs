using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An entry has a number below zero.</summary>
[Topology]
public static partial class EntryNumberBelowZero
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").DenyInbound(-10, Tcp(25), AnyIpv4); // ND1010 at `-10`: Entry number -10 of network ACL 'edge' does not exist; a number is 1 to 32766.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EntryNumberBelowZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").DenyInbound(10, Tcp(25), AnyIpv4);
    }
}
