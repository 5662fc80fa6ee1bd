using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A region gets a sixth VPC.</summary>
[Topology]
public static partial class SixVpcsOfARegion
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var number in Enumerable.Range(0, 6))
        {
            region.Vpc($"vpc-{number}", $"10.{number}.0.0/16"); // ND1082 at `$"vpc-{number}"`: Region 'us-east-1' has 6 VPCs, and the vendor gives 5 without being asked; ask for more, and say so by netdsl_quota_vpcs_per_region = 6 in the .editorconfig.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SixVpcsOfARegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var number in Enumerable.Range(0, 5))
        {
            region.Vpc($"vpc-{number}", $"10.{number}.0.0/16");
        }
    }
}
