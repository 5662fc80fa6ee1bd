using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC gets two virtual private gateways.</summary>
[Topology]
public static partial class SecondVpnGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var spare = network.Region("us-east-1").VpnGateway("spare");
        vpc.VpnGateway("vgw");
        spare.AttachTo(vpc); // ND1069 at `vpc`: VPC 'shop' has the virtual private gateway 'vgw' already; a VPC has one, a transit gateway joins several.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SecondVpnGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var spare = network.Region("us-east-1").VpnGateway("spare");
        vpc.VpnGateway("vgw");
    }
}
