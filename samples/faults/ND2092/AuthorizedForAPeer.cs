using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Clients may go to a peered VPC, and there is no route.</summary>
[Topology]
public static partial class AuthorizedForAPeer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web);
        vpn.Authorize("10.1.0.0/16"); // ND2092 at `"10.1.0.0/16"`: Client VPN endpoint 'staff' lets its clients to 10.1.0.0/16, and has no route there, so that nothing of theirs gets there; call Route("10.1.0.0/16") on it, or take the rule away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AuthorizedForAPeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web);
        vpn.Authorize("10.1.0.0/16").Route("10.1.0.0/16");
    }
}
