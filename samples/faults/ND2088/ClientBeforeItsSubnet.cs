using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A client is declared before the association.</summary>
[Topology]
public static partial class ClientBeforeItsSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Authorize("10.0.0.0/16");
        vpn.Client("ada"); // ND2088 at `"ada"`: Client VPN endpoint 'staff' has no associated subnet yet, so that nobody can connect; associate one before, with Associate(…).
        vpn.Associate(web);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientBeforeItsSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Authorize("10.0.0.0/16");
        vpn.Associate(web);
        vpn.Client("ada");
    }
}
