using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Every turn of a loop gives one name.</summary>
[Topology]
public static partial class SubnetNameInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet("web", $"10.0.{index}.0/24", zone); // ND1003 at `"web"`: Subnet 'web' exists already in us-east-1/shop; names tell elements apart, give this one another.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SubnetNameInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone);
        }
    }
}
