using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A second attachment is to serve a second zone.</summary>
[Topology]
public static partial class VpcAttachedTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var shop = hub.Attach("shop", vpc.Subnet("one", "10.0.0.0/24", "a"));
        hub.Attach("shop-b", vpc.Subnet("two", "10.0.1.0/24", "b")); // ND2070 at `vpc.Subnet("two", "10.0.1.0/24", "b")`: VPC 'shop' is attached already by 'shop'; add the subnet to that attachment with Subnet(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpcAttachedTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var shop = hub.Attach("shop", vpc.Subnet("one", "10.0.0.0/24", "a"));
        shop.Subnet(vpc.Subnet("two", "10.0.1.0/24", "b"));
    }
}
