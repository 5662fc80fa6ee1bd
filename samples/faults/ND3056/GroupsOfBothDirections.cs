using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group admits another one, and that one lets out to it.</summary>
[Topology]
public static partial class GroupsOfBothDirections
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.SecurityGroup("web");
        var data = vpc.SecurityGroup("data").Ingress(Tcp(5432), from: web);
        web.Egress(Tcp(5432), to: data); // ND3056 at `data`: Security groups 'data' and 'web' reference each other in a cycle, which the vendor takes; in a template each of these rules has to be a resource of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupsOfBothDirectionsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.SecurityGroup("web");
        var data = vpc.SecurityGroup("data").Ingress(Tcp(5432), from: web);
        web.Egress(Tcp(5432), to: "10.0.0.0/16");
    }
}
