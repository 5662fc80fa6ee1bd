using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An ACL has denials only.</summary>
[Topology]
public static partial class AclOfDenials
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host");
        web.Associate(vpc.NetworkAcl("edge").DenyInbound(100, Tcp(25), AnyIpv4)); // ND3052 at `"edge"`: Network ACL 'edge' allows nothing, in or out, and subnet 'web' is associated with it: nothing of what is in there speaks to anything outside of the subnet; add AllowInbound(…) and AllowOutbound(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AclOfDenialsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host");
        web.Associate(vpc.NetworkAcl("edge").DenyInbound(100, Tcp(25), AnyIpv4).AllowInbound(200, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4));
    }
}
