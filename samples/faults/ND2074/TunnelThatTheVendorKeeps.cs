using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Inside a tunnel are addresses that the vendor keeps.</summary>
[Topology]
public static partial class TunnelThatTheVendorKeeps
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).InsideCidr(1, "169.254.169.252/30"); // ND2074 at `"169.254.169.252/30"`: 169.254.169.252/30 cannot be inside a tunnel; it is a /30 of 169.254.0.0/16, and the vendor keeps 169.254.0.0/30 to 169.254.5.0/30 and 169.254.169.252/30.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TunnelThatTheVendorKeepsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).InsideCidr(1, "169.254.0.4/30");
    }
}
