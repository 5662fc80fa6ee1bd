using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Rules that reference the group of a peered VPC. Source: "Update your security groups to reference peer security groups", Amazon VPC Peering Guide.</summary>
[Topology]
public static partial class GroupsAcrossPeering
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var data = region.Vpc("data", "10.1.0.0/16");
        var peering = network.Peer("shop-data", shop, data).AcceptedBy(network.DefaultAccount);
        shop.MainRouteTable.Route("10.1.0.0/16", peering);
        data.MainRouteTable.Route("10.0.0.0/16", peering);
        var web = shop.SecurityGroup("web");
        var database = data.SecurityGroup("database").Ingress(Tcp(5432), from: web);
        var front = shop.Subnet("web", "10.0.0.0/24", "a").Instance("front", web);
        var store = data.Subnet("data", "10.1.0.0/24", "a").Instance("store", database);
        network.Expect(front).CanReach(store, Tcp(5432));
    }
}
