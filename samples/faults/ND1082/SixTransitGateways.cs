using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A region gets a sixth transit gateway.</summary>
[Topology]
public static partial class SixTransitGateways
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var number in Enumerable.Range(0, 6))
        {
            region.TransitGateway($"hub-{number}"); // ND1082 at `$"hub-{number}"`: Region 'us-east-1' has 6 transit gateways, and the vendor gives 5 without being asked; ask for more, and say so by netdsl_quota_transit_gateways_per_region = 6 in the .editorconfig.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SixTransitGatewaysRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var number in Enumerable.Range(0, 5))
        {
            region.TransitGateway($"hub-{number}");
        }
    }
}
