using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An entry of an ACL is for a protocol that does not exist.</summary>
[Topology]
public static partial class ProtocolOfAnAcl
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").AllowInbound(100, IpProtocol(999), AnyIpv4); // ND1005 at `999`: Protocol 999 does not exist; a protocol number is 0 to 255.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ProtocolOfAnAclRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.NetworkAcl("edge").AllowInbound(100, IpProtocol(47), AnyIpv4);
    }
}
