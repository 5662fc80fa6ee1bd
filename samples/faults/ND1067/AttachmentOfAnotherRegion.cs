using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A transit gateway attaches a VPC of another region.</summary>
[Topology]
public static partial class AttachmentOfAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        network.Region("us-west-2").TransitGateway("hub").Attach("shop", web); // ND1067 at `web`: Subnet 'us-east-1/shop/web' is not in us-west-2; a transit gateway attaches VPCs of its own region.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AttachmentOfAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        network.Region("us-east-1").TransitGateway("hub").Attach("shop", web);
    }
}
