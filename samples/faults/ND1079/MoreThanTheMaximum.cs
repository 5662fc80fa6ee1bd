using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group is to have more instances than its maximum.</summary>
[Topology]
public static partial class MoreThanTheMaximum
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.AutoScalingGroup("servers", [web], 4, maximum: 2); // ND1079 at `4`: A group cannot have 4 instances with a minimum of 1 and a maximum of 2; write 0 ≤ minimum ≤ desired ≤ maximum ≤ 1000.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class MoreThanTheMaximumRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.AutoScalingGroup("servers", [web], 2, maximum: 4);
    }
}
