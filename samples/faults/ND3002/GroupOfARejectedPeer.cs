using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule references a group of a VPC that rejected the peering.</summary>
[Topology]
public static partial class GroupOfARejectedPeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).RejectedBy(partner);
        var far = tools.SecurityGroup("far");
        shop.SecurityGroup("web").Ingress(Tcp(443), from: far); // ND3002 at `far`: The ingress rule of security group 'web' (VPC 'shop') that references 'far' of VPC 'tools' matches nothing: peering connection 'shop-tools' between the two is rejected; request a new one; or write a prefix such as 10.1.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupOfARejectedPeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).RejectedBy(partner);
        var far = tools.SecurityGroup("far");
        shop.SecurityGroup("web").Ingress(Tcp(443), from: "10.1.0.0/16");
    }
}
