using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Staff reach a peered VPC by Client VPN. Source: "Access to a peered VPC", AWS Client VPN Administrator Guide.</summary>
[Topology]
public static partial class ClientVpnToPeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Route("10.1.0.0/16").Authorize("10.1.0.0/16");
        var server = tools.Subnet("tools", "10.1.0.0/24", "a").Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(vpn.Client("ada")).CanReach(server, Tcp(443));
    }
}
