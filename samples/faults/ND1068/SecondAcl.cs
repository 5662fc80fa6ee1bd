using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is associated with two network ACLs.</summary>
[Topology]
public static partial class SecondAcl
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var first = vpc.NetworkAcl("first").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        var second = vpc.NetworkAcl("second").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        vpc.Subnet("web", "10.0.0.0/24", "a").Associate(first).Associate(second); // ND1068 at `second`: Subnet 'web' has network ACL 'first' already; a subnet has one, put everything into it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SecondAclRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var first = vpc.NetworkAcl("first").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        var second = vpc.NetworkAcl("second").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        vpc.Subnet("web", "10.0.0.0/24", "a").Associate(first);
    }
}
