using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Clients may go to the internet, and there is no route.</summary>
[Topology]
public static partial class AuthorizedForTheInternet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16").Authorize("198.51.100.0/24"); // ND2092 at `"198.51.100.0/24"`: Client VPN endpoint 'staff' lets its clients to 198.51.100.0/24, and has no route there, so that nothing of theirs gets there; call Route("198.51.100.0/24") on it, or take the rule away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AuthorizedForTheInternetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16").Authorize("198.51.100.0/24").Route("198.51.100.0/24");
    }
}
