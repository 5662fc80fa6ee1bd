using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface gets a sixth security group.</summary>
[Topology]
public static partial class SixGroups
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host", vpc.SecurityGroup("group-0"));
        for (var number = 1; number < 5; number++)
        {
            host.SecurityGroup(vpc.SecurityGroup($"group-{number}"));
        }

        host.SecurityGroup(vpc.SecurityGroup("group-5")); // ND1074 at `vpc.SecurityGroup("group-5")`: Interface 'host' has 5 security groups already, the vendor's quota; merge rules into fewer groups.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SixGroupsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host", vpc.SecurityGroup("group-0"));
        for (var number = 1; number < 5; number++)
        {
            host.SecurityGroup(vpc.SecurityGroup($"group-{number}"));
        }
    }
}
