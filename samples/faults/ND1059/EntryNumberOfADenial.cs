using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A denial has the number of what it is to go before.</summary>
[Topology]
public static partial class EntryNumberOfADenial
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge");
        acl.AllowOutbound(100, Tcp(443), AnyIpv4);
        acl.DenyOutbound(100, Tcp(25), AnyIpv4); // ND1059 at `100`: Network ACL 'edge' has an entry 100 in this direction already; choose another number.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EntryNumberOfADenialRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge");
        acl.AllowOutbound(100, Tcp(443), AnyIpv4);
        acl.DenyOutbound(101, Tcp(25), AnyIpv4);
    }
}
