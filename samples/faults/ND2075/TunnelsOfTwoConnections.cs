using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Tunnels of two connections have one prefix inside.</summary>
[Topology]
public static partial class TunnelsOfTwoConnections
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vgw = vpc.VpnGateway("vgw");
        vgw.VpnConnection("paris", network.Site("paris", 65001).Prefix("192.168.0.0/24").CustomerGateway("paris")).InsideCidr(1, "169.254.10.0/30");
        vgw.VpnConnection("rome", network.Site("rome", 65002).Prefix("192.168.1.0/24").CustomerGateway("rome")).InsideCidr(1, "169.254.10.0/30"); // ND2075 at `"169.254.10.0/30"`: 169.254.10.0/30 is inside another tunnel of the same gateway; give each tunnel its own.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TunnelsOfTwoConnectionsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vgw = vpc.VpnGateway("vgw");
        vgw.VpnConnection("paris", network.Site("paris", 65001).Prefix("192.168.0.0/24").CustomerGateway("paris")).InsideCidr(1, "169.254.10.0/30");
        vgw.VpnConnection("rome", network.Site("rome", 65002).Prefix("192.168.1.0/24").CustomerGateway("rome")).InsideCidr(1, "169.254.0.4/30");
    }
}
