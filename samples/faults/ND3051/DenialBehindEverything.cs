using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A denial stands behind what allows everything.</summary>
[Topology]
public static partial class DenialBehindEverything
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4);
        acl.AllowInbound(100, AllTraffic, AnyIpv4);
        acl.DenyInbound(200, Tcp(25), AnyIpv4); // ND3051 at `DenyInbound(200, Tcp(25), AnyIpv4)`: Entry 200 of network ACL 'edge' denies tcp/25 0.0.0.0/0 what entry 100 allows all 0.0.0.0/0 already: the lower number decides, and this one never does; give it a number below 100, or take it away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DenialBehindEverythingRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4);
        acl.AllowInbound(100, AllTraffic, AnyIpv4);
        acl.DenyInbound(99, Tcp(25), AnyIpv4);
    }
}
