using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An ACL without entries is that of two subnets.</summary>
[Topology]
public static partial class AclOfTwoSubnetsWithoutEntries
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        var acl = vpc.NetworkAcl("edge"); // ND3052 at `"edge"`: Network ACL 'edge' allows nothing, in or out, and subnet 'web' is associated with it: nothing of what is in there speaks to anything outside of the subnet; add AllowInbound(…) and AllowOutbound(…).
        foreach (var subnet in new[] { web, data })
        {
            subnet.Associate(acl).Instance($"host-{subnet.Name}");
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AclOfTwoSubnetsWithoutEntriesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        var acl = vpc.NetworkAcl("edge").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        foreach (var subnet in new[] { web, data })
        {
            subnet.Associate(acl).Instance($"host-{subnet.Name}");
        }
    }
}
