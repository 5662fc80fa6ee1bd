using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An allowance stands behind what denies everything.</summary>
[Topology]
public static partial class AllowanceBehindADenial
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4);
        acl.DenyInbound(100, AllTraffic, AnyIpv4);
        acl.AllowInbound(200, Tcp(443), AnyIpv4); // ND3051 at `AllowInbound(200, Tcp(443), AnyIpv4)`: Entry 200 of network ACL 'edge' allows tcp/443 0.0.0.0/0 what entry 100 denies all 0.0.0.0/0 already: the lower number decides, and this one never does; give it a number below 100, or take it away.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AllowanceBehindADenialRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowOutbound(100, AllTraffic, AnyIpv4);
        acl.DenyInbound(100, AllTraffic, AnyIpv4);
        acl.AllowInbound(90, Tcp(443), AnyIpv4);
    }
}
