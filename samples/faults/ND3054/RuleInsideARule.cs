using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A rule for one port stands beside one for all.</summary>
[Topology]
public static partial class RuleInsideARule
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host", vpc.SecurityGroup("web").Ingress(AllTraffic, from: "10.0.0.0/16").Ingress(Tcp(443), from: "10.0.0.0/16")); // ND3054 at `Ingress(Tcp(443), from: "10.0.0.0/16")`: The rule of security group 'web' for tcp/443 10.0.0.0/16 lets through nothing that the one for all 10.0.0.0/16 does not; take it away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RuleInsideARuleRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host", vpc.SecurityGroup("web").Ingress(AllTraffic, from: "10.0.0.0/16"));
    }
}
