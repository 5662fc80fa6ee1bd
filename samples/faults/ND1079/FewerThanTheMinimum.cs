using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group is to have fewer instances than its minimum.</summary>
[Topology]
public static partial class FewerThanTheMinimum
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.AutoScalingGroup("servers", [web], 1, minimum: 2); // ND1079 at `1`: A group cannot have 1 instances with a minimum of 2 and a maximum of 2; write 0 ≤ minimum ≤ desired ≤ maximum ≤ 1000.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class FewerThanTheMinimumRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.AutoScalingGroup("servers", [web], 2, minimum: 2);
    }
}
