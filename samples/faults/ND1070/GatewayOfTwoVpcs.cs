using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An internet gateway is attached to two VPCs.</summary>
[Topology]
public static partial class GatewayOfTwoVpcs
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var igw = region.InternetGateway("igw").AttachTo(region.Vpc("shop", "10.0.0.0/16"));
        igw.AttachTo(region.Vpc("tools", "10.1.0.0/16")); // ND1070 at `region.Vpc("tools", "10.1.0.0/16")`: Internet gateway 'igw' is attached to VPC 'shop' already; declare another for VPC 'tools'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GatewayOfTwoVpcsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var igw = region.InternetGateway("igw").AttachTo(region.Vpc("shop", "10.0.0.0/16"));
    }
}
