using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A Client VPN endpoint has fewer addresses for its clients than it takes.</summary>
[Topology]
public static partial class ClientsOfSlash24
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/24"); // ND1050 at `"172.16.0.0/24"`: 172.16.0.0/24 is no prefix for clients; the vendor takes a /12 to a /22.
        vpn.Associate(web).Authorize("10.0.0.0/16");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientsOfSlash24Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22");
        vpn.Associate(web).Authorize("10.0.0.0/16");
    }
}
