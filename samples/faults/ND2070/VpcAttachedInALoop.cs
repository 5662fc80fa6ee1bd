using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop attaches each subnet of a VPC by itself.</summary>
[Topology]
public static partial class VpcAttachedInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            hub.Attach($"shop-{zone}", vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone)); // ND2070 at `vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone)`: VPC 'shop' is attached already by 'shop-a'; add the subnet to that attachment with Subnet(…).
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpcAttachedInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var shop = hub.Attach("shop", vpc.Subnet("one", "10.0.9.0/24", "c"));
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            shop.Subnet(vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone));
        }
    }
}
