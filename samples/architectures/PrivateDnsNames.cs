using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Names of a private zone in two peered VPCs. Source: "Working with private hosted zones", Amazon Route 53 Developer Guide.</summary>
[Topology]
public static partial class PrivateDnsNames
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16").DnsHostnames();
        var tools = region.Vpc("tools", "10.1.0.0/16").DnsHostnames();
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount).AllowDnsResolution(shop).AllowDnsResolution(tools);
        shop.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var server = tools.Subnet("tools", "10.1.0.0/24", "a").Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(shop.Subnet("shop", "10.0.0.0/24", "a").Instance("client")).CanReach(server, Tcp(443));
    }
}
