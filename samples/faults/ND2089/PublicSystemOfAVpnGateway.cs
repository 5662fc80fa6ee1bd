using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A virtual private gateway gets a public number.</summary>
[Topology]
public static partial class PublicSystemOfAVpnGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.VpnGateway("vgw", 3215); // ND2089 at `3215`: 3215 cannot be the autonomous system of the vendor's end; it is a private number, 64512 to 65534 or 4200000000 to 4294967294.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PublicSystemOfAVpnGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.VpnGateway("vgw", 64512);
    }
}
