using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPN connection has two tunnels, and the third is spoken of.</summary>
[Topology]
public static partial class ThirdTunnel
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        var vpn = vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
        vpn.TunnelDown(3); // ND1015 at `3`: 3 cannot be the number of a tunnel; it is 1 to 2.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ThirdTunnelRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        var vpn = vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
        vpn.TunnelDown(2);
    }
}
