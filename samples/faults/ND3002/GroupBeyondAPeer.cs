using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule references a group of a VPC behind the peer.</summary>
[Topology]
public static partial class GroupBeyondAPeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var three = region.Vpc("three", "10.2.0.0/16");
        network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        network.Peer("two-three", two, three).AcceptedBy(network.DefaultAccount);
        var far = three.SecurityGroup("far");
        one.SecurityGroup("web").Ingress(Tcp(443), from: far); // ND3002 at `far`: The ingress rule of security group 'web' (VPC 'one') that references 'far' of VPC 'three' matches nothing: no peering joins the two VPCs, and no transit gateway has both attached; peer them; or write a prefix such as 10.2.0.0/16.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupBeyondAPeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = region.Vpc("one", "10.0.0.0/16");
        var two = region.Vpc("two", "10.1.0.0/16");
        var three = region.Vpc("three", "10.2.0.0/16");
        network.Peer("one-two", one, two).AcceptedBy(network.DefaultAccount);
        network.Peer("two-three", two, three).AcceptedBy(network.DefaultAccount);
        var far = three.SecurityGroup("far");
        one.SecurityGroup("web").Ingress(Tcp(443), from: "10.2.0.0/16");
    }
}
