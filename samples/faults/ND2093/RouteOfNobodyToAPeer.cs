using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to a peered VPC, and no rule does.</summary>
[Topology]
public static partial class RouteOfNobodyToAPeer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16").Route("10.1.0.0/16"); // ND2093 at `"10.1.0.0/16"`: Client VPN endpoint 'staff' routes 10.1.0.0/16, and no rule lets its clients there; call Authorize("10.1.0.0/16") on it, or take the route away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteOfNobodyToAPeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16").Route("10.1.0.0/16").Authorize("10.1.0.0/16");
    }
}
