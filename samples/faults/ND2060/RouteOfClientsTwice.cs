using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A Client VPN endpoint has two routes to one prefix.</summary>
[Topology]
public static partial class RouteOfClientsTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        vpn.Authorize("0.0.0.0/0");
        vpn.Route("0.0.0.0/0", web);
        vpn.Route("0.0.0.0/0", web); // ND2060 at `"0.0.0.0/0"`: Client VPN endpoint 'staff' has a route to 0.0.0.0/0 already; a table has one route to a prefix.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteOfClientsTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        vpn.Authorize("0.0.0.0/0");
        vpn.Route("0.0.0.0/0", web);
    }
}
