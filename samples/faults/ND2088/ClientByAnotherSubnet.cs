using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A client connects by a subnet that is not associated.</summary>
[Topology]
public static partial class ClientByAnotherSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var spare = vpc.Subnet("spare", "10.0.1.0/24", "b");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Client("ada", by: spare); // ND2088 at `spare`: Subnet 'spare' is not associated with Client VPN endpoint 'staff'; associate it before, with Associate(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientByAnotherSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var spare = vpc.Subnet("spare", "10.0.1.0/24", "b");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16");
        vpn.Client("ada", by: web);
    }
}
