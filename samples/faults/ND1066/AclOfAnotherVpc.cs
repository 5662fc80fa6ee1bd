using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is associated with a network ACL of another VPC.</summary>
[Topology]
public static partial class AclOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var acl = tools.NetworkAcl("edge").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        shop.Subnet("web", "10.0.0.0/24", "a").Associate(acl); // ND1066 at `acl`: Network ACL 'edge' is of VPC 'tools', subnet 'web' of VPC 'shop'; use one of its own VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AclOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var acl = tools.NetworkAcl("edge").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4);
        tools.Subnet("web", "10.1.0.0/24", "a").Associate(acl);
    }
}
