using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to the internet, and no rule does.</summary>
[Topology]
public static partial class RouteOfNobody
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Route("198.51.100.0/24", web); // ND2093 at `"198.51.100.0/24"`: Client VPN endpoint 'staff' routes 198.51.100.0/24, and no rule lets its clients there; call Authorize("198.51.100.0/24") on it, or take the route away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteOfNobodyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Route("198.51.100.0/24", web).Authorize("198.51.100.0/24");
    }
}
