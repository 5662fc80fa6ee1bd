using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The rule is for other addresses than the route.</summary>
[Topology]
public static partial class RouteBesideARule
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Route("203.0.113.0/24"); // ND2093 at `"203.0.113.0/24"`: Client VPN endpoint 'staff' routes 203.0.113.0/24, and no rule lets its clients there; call Authorize("203.0.113.0/24") on it, or take the route away.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RouteBesideARuleRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Route("203.0.113.0/24").Authorize("203.0.113.0/25");
    }
}
