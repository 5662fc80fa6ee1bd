using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule stands twice.</summary>
[Topology]
public static partial class RuleTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        group.Ingress(Tcp(443), from: AnyIpv4); // ND3054 at `Ingress(Tcp(443), from: AnyIpv4)`: The rule of security group 'web' for tcp/443 0.0.0.0/0 lets through nothing that the one for tcp/443 0.0.0.0/0 does not; take it away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RuleTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
    }
}
