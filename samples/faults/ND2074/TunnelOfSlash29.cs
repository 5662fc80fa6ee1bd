using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Inside a tunnel is a /29.</summary>
[Topology]
public static partial class TunnelOfSlash29
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).InsideCidr(2, "169.254.10.0/29"); // ND2074 at `"169.254.10.0/29"`: 169.254.10.0/29 cannot be inside a tunnel; it is a /30 of 169.254.0.0/16, and the vendor keeps 169.254.0.0/30 to 169.254.5.0/30 and 169.254.169.252/30.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TunnelOfSlash29Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).InsideCidr(2, "169.254.0.4/30");
    }
}
