using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two groups admit each other, and one lets out to a third.</summary>
[Topology]
public static partial class GroupsBesideAPair
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.SecurityGroup("web");
        var data = vpc.SecurityGroup("data").Ingress(Tcp(5432), from: web);
        web.Egress(Tcp(5432), to: data);
        var check = vpc.SecurityGroup("check").Ingress(Tcp(443), from: web);
        web.Ingress(Tcp(443), from: check); // ND3056 at `check`: Security groups 'check' and 'web' reference each other in a cycle, which the vendor takes; in a template each of these rules has to be a resource of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupsBesideAPairRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.SecurityGroup("web");
        var data = vpc.SecurityGroup("data").Ingress(Tcp(5432), from: web);
        web.Egress(Tcp(5432), to: data);
        var check = vpc.SecurityGroup("check").Ingress(Tcp(443), from: web);
        web.Ingress(Tcp(443), from: "10.0.0.0/16");
    }
}
