using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Every turn of a loop gives one prefix.</summary>
[Topology]
public static partial class SubnetsInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet($"web-{zone}", "10.0.0.0/24", zone); // ND1021 at `"10.0.0.0/24"`: Subnet 'web-b' (10.0.0.0/24) overlaps subnet 'web-a' (10.0.0.0/24) of VPC 'shop'; the next free prefix of its size is 10.0.1.0/24.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SubnetsInALoopRepaired
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
