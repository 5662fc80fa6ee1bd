using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Both tunnels of a connection have one prefix inside.</summary>
[Topology]
public static partial class TunnelsOfOnePrefix
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).InsideCidr(1, "169.254.10.0/30").InsideCidr(2, "169.254.10.0/30"); // ND2075 at `"169.254.10.0/30"`: 169.254.10.0/30 is inside another tunnel of the same gateway; give each tunnel its own.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TunnelsOfOnePrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge");
        vpc.VpnGateway("vgw").VpnConnection("paris", edge).InsideCidr(1, "169.254.10.0/30").InsideCidr(2, "169.254.0.4/30");
    }
}
