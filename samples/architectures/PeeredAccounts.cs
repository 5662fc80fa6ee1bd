using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A partner's VPC peered with a subnet only. Source: "Peering to specific routes", Amazon VPC Peering Guide.</summary>
[Topology]
public static partial class PeeredAccounts
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var orders = shop.Subnet("orders", "10.0.1.0/24", "a");
        var secrets = shop.Subnet("secrets", "10.0.2.0/24", "a");
        var other = region.Vpc("partner", "10.8.0.0/16", partner);
        var peering = network.Peer("shop-partner", shop, other).AcceptedBy(partner);
        orders.RouteTable("orders").Route("10.8.0.0/16", peering);
        other.MainRouteTable.Route("10.0.1.0/24", peering);
        var client = other.Subnet("client", "10.8.0.0/24", "a").Instance("client");
        var server = orders.Instance("server", shop.SecurityGroup("server").Ingress(Tcp(443), from: "10.8.0.0/16"));
        var vault = secrets.Instance("vault", shop.SecurityGroup("vault").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(client).CanReach(server, Tcp(443));
        network.Expect(client).CannotReach(vault);
    }
}
