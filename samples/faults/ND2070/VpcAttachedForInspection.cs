using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC is attached a second time for its inspection.</summary>
[Topology]
public static partial class VpcAttachedForInspection
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        hub.Attach("shop", web);
        hub.Attach("inspection", web).ApplianceMode(); // ND2070 at `web`: VPC 'shop' is attached already by 'shop'; add the subnet to that attachment with Subnet(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpcAttachedForInspectionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        hub.Attach("shop", web).ApplianceMode();
    }
}
