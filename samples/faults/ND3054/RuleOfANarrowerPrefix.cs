using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule for one host stands beside one for its network.</summary>
[Topology]
public static partial class RuleOfANarrowerPrefix
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: "192.168.0.0/16");
        group.Ingress(Tcp(443), from: "192.168.1.10/32"); // ND3054 at `Ingress(Tcp(443), from: "192.168.1.10/32")`: The rule of security group 'web' for tcp/443 192.168.1.10/32 lets through nothing that the one for tcp/443 192.168.0.0/16 does not; take it away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RuleOfANarrowerPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.SecurityGroup("web").Ingress(Tcp(443), from: "192.168.0.0/16");
    }
}
