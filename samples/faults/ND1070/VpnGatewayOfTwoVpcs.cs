using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A virtual private gateway is attached to two VPCs.</summary>
[Topology]
public static partial class VpnGatewayOfTwoVpcs
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        region.VpnGateway("vgw").AttachTo(shop).AttachTo(tools); // ND1070 at `tools`: Virtual private gateway 'vgw' is attached to VPC 'shop' already; declare another for VPC 'tools'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class VpnGatewayOfTwoVpcsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        region.VpnGateway("vgw").AttachTo(shop);
    }
}
