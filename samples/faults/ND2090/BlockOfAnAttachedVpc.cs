using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A block of a transit gateway lies in an attached VPC.</summary>
[Topology]
public static partial class BlockOfAnAttachedVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.0.9.0/24"); // ND2090 at `"10.0.9.0/24"`: 10.0.9.0/24 is a block of transit gateway 'hub' and overlaps 10.0.0.0/16 of VPC 'shop', which is attached; choose another block.
        hub.Attach("shop", web);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class BlockOfAnAttachedVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub").CidrBlock("10.99.9.0/24");
        hub.Attach("shop", web);
    }
}
