using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group has no subnet.</summary>
[Topology]
public static partial class NoSubnetToLaunchIn
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.AutoScalingGroup("servers", [], 1); // ND1079 at `[]`: Auto Scaling group 'servers' has no subnet to launch instances in; name at least one.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NoSubnetToLaunchInRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.AutoScalingGroup("servers", [web], 1);
    }
}
