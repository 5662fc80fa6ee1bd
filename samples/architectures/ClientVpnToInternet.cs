using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Staff reach the internet by Client VPN. Source: "Access to the internet", AWS Client VPN Administrator Guide.</summary>
[Topology]
public static partial class ClientVpnToInternet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("staff", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(edge).Route(AnyIpv4).Authorize(AnyIpv4);
        network.Expect(vpn.Client("ada")).CanReach(Internet, Tcp(443));
    }
}
