using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table propagates a gateway of no VPC.</summary>
[Topology]
public static partial class PropagationOfAnUnattachedGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vgw = network.Region("us-east-1").VpnGateway("vgw");
        var table = vpc.RouteTable("web");
        table.Propagate(vgw); // ND2082 at `vgw`: Virtual private gateway 'vgw' is attached to no VPC at this point; attach it to VPC 'shop' first, with AttachTo.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PropagationOfAnUnattachedGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vgw = network.Region("us-east-1").VpnGateway("vgw");
        var table = vpc.RouteTable("web");
    }
}
