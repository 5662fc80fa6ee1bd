using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two inbound entries have one number.</summary>
[Topology]
public static partial class EntryNumberTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge");
        acl.AllowInbound(100, Tcp(443), AnyIpv4);
        acl.AllowInbound(100, Tcp(80), AnyIpv4); // ND1059 at `100`: Network ACL 'edge' has an entry 100 in this direction already; choose another number.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EntryNumberTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge");
        acl.AllowInbound(100, Tcp(443), AnyIpv4);
        acl.AllowInbound(101, Tcp(80), AnyIpv4);
    }
}
