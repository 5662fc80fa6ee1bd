using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Two peered VPCs, each with a route to the other. Source: "VPC peering basics", Amazon VPC Peering Guide.</summary>
[Topology]
public static partial class PeeredPair
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        shop.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var client = shop.Subnet("shop", "10.0.0.0/24", "a").Instance("client");
        var server = tools.Subnet("tools", "10.1.0.0/24", "a").Instance("server", tools.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(client).CanReach(server, Tcp(443)).OnlyThrough(peering);
        network.Expect(server).CannotReach(client);
    }
}
