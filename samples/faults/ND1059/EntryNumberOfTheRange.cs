using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The number after is taken, too.</summary>
[Topology]
public static partial class EntryNumberOfTheRange
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowInbound(100, Tcp(443), AnyIpv4).AllowInbound(101, Tcp(80), AnyIpv4);
        acl.AllowInbound(100, TcpRange(1024, 65535), AnyIpv4); // ND1059 at `100`: Network ACL 'edge' has an entry 100 in this direction already; choose another number.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EntryNumberOfTheRangeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl("edge").AllowInbound(100, Tcp(443), AnyIpv4).AllowInbound(101, Tcp(80), AnyIpv4);
        acl.AllowInbound(102, TcpRange(1024, 65535), AnyIpv4);
    }
}
