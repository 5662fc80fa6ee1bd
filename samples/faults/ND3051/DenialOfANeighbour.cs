using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A denial of one prefix stands behind what allows it.</summary>
[Topology]
public static partial class DenialOfANeighbour
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4);
        acl.AllowInbound(100, Tcp(443), "10.0.0.0/8");
        acl.DenyInbound(110, Tcp(443), "10.9.0.0/16"); // ND3051 at `DenyInbound(110, Tcp(443), "10.9.0.0/16")`: Entry 110 of network ACL 'edge' denies tcp/443 10.9.0.0/16 what entry 100 allows tcp/443 10.0.0.0/8 already: the lower number decides, and this one never does; give it a number below 100, or take it away.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class DenialOfANeighbourRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4);
        acl.AllowInbound(100, Tcp(443), "10.0.0.0/8");
        acl.DenyInbound(90, Tcp(443), "10.9.0.0/16");
    }
}
