using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A client connects to an endpoint without a subnet.</summary>
[Topology]
public static partial class ClientWithoutSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Authorize("10.0.0.0/16");
        vpn.Client("ada"); // ND2088 at `"ada"`: Client VPN endpoint 'staff' has no associated subnet yet, so that nobody can connect; associate one before, with Associate(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientWithoutSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Client("ada");
    }
}
