using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Three groups admit each other in a circle.</summary>
[Topology]
public static partial class GroupsInACircle
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.SecurityGroup("one");
        var two = vpc.SecurityGroup("two").Ingress(Tcp(443), from: one);
        var three = vpc.SecurityGroup("three").Ingress(Tcp(443), from: two);
        one.Ingress(Tcp(443), from: three); // ND3056 at `three`: Security groups 'three', 'two' and 'one' reference each other in a cycle, which the vendor takes; in a template each of these rules has to be a resource of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupsInACircleRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.SecurityGroup("one");
        var two = vpc.SecurityGroup("two").Ingress(Tcp(443), from: one);
        var three = vpc.SecurityGroup("three").Ingress(Tcp(443), from: two);
    }
}
