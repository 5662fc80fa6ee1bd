using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Overlapping networks speak by private NAT gateways. Source: "NAT gateway use cases: private NAT", Amazon VPC User Guide.</summary>
[Topology]
public static partial class PrivateNat
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var shop = region.Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.0/16");
        var hosts = shop.Subnet("hosts", "10.0.0.0/24", "a");
        var way = shop.Subnet("way", "100.64.0.0/24", "a");
        var nat = way.NatGateway("nat").Private();
        hosts.RouteTable("hosts").Route("10.1.0.0/16", nat);
        way.RouteTable("way").Route("10.1.0.0/16", hub);
        var data = region.Vpc("data", "10.1.0.0/16");
        var servers = data.Subnet("servers", "10.1.0.0/24", "a");
        servers.RouteTable("servers").Route("100.64.0.0/16", hub);
        var toShop = hub.Attach("shop", way);
        var toData = hub.Attach("data", servers);
        hub.RouteTable("all").Associate(toShop).Associate(toData).Route("100.64.0.0/16", toShop).Route("10.1.0.0/16", toData);
        var client = hosts.Instance("client");
        var server = servers.Instance("server", data.SecurityGroup("server").Ingress(Tcp(443), from: "100.64.0.0/16"));
        network.Expect(client).CanReach(server, Tcp(443)).OnlyThrough(nat);
    }
}
