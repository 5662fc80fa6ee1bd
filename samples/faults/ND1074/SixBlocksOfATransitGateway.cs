using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A transit gateway gets a sixth block.</summary>
[Topology]
public static partial class SixBlocksOfATransitGateway
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        for (var number = 0; number < 6; number++)
        {
            hub.CidrBlock($"10.99.{number}.0/24"); // ND1074 at `$"10.99.{number}.0/24"`: Transit gateway 'hub' has 5 blocks already, the vendor's quota; use a larger one.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SixBlocksOfATransitGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var hub = network.Region("us-east-1").TransitGateway("hub");
        for (var number = 0; number < 5; number++)
        {
            hub.CidrBlock($"10.99.{number}.0/24");
        }
    }
}
