using NetDsl;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group of clients may go to a site, and there is no route.</summary>
[Topology]
public static partial class AuthorizedForASite
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
        vpc.ClientVpn("staff", "172.16.0.0/22", ClientVpnAuthentication.Directory).Associate(web).Authorize("192.168.0.0/16", "operators"); // ND2092 at `"192.168.0.0/16"`: Client VPN endpoint 'staff' lets its clients to 192.168.0.0/16, and has no route there, so that nothing of theirs gets there; call Route("192.168.0.0/16") on it, or take the rule away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AuthorizedForASiteRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vgw = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(vgw);
        vgw.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
        vpc.ClientVpn("staff", "172.16.0.0/22", ClientVpnAuthentication.Directory).Associate(web).Authorize("192.168.0.0/16", "operators").Route("192.168.0.0/16");
    }
}
