using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule references a group of a VPC that is not connected.</summary>
[Topology]
public static partial class GroupOfAStranger
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var far = tools.SecurityGroup("far");
        vpc.SecurityGroup("web").Ingress(Tcp(443), from: far); // ND3002 at `far`: The ingress rule of security group 'web' (VPC 'shop') that references 'far' of VPC 'tools' matches nothing: no peering joins the two VPCs, and no transit gateway has both attached; peer them; or write a prefix such as 10.1.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupOfAStrangerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var far = tools.SecurityGroup("far");
        vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.1.0.0/16");
    }
}
