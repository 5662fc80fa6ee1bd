using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is associated with an ACL that has no entries.</summary>
[Topology]
public static partial class AclWithoutEntries
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host");
        web.Associate(vpc.NetworkAcl("edge")); // ND3052 at `"edge"`: Network ACL 'edge' allows nothing, in or out, and subnet 'web' is associated with it: nothing of what is in there speaks to anything outside of the subnet; add AllowInbound(…) and AllowOutbound(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AclWithoutEntriesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host");
        web.Associate(vpc.NetworkAcl("edge").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4));
    }
}
