using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two groups admit each other.</summary>
[Topology]
public static partial class GroupsThatAdmitEachOther
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var first = vpc.SecurityGroup("first");
        var second = vpc.SecurityGroup("second").Ingress(Tcp(443), from: first);
        first.Ingress(Tcp(443), from: second); // ND3056 at `second`: Security groups 'second' and 'first' reference each other in a cycle, which the vendor takes; in a template each of these rules has to be a resource of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupsThatAdmitEachOtherRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var first = vpc.SecurityGroup("first");
        var second = vpc.SecurityGroup("second").Ingress(Tcp(443), from: first);
        first.Ingress(Tcp(443), from: "10.0.0.0/16");
    }
}
