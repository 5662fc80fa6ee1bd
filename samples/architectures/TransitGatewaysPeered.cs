using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Transit gateways of two regions, joined by a peering attachment with static routes. Source: "Example: Peered transit gateways", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class TransitGatewaysPeered
{
    static void Define(NetworkBuilder network)
    {
        var east = network.Region("us-east-1").TransitGateway("east", defaultRouteTable: false).AmazonSideAsn(64513);
        var west = network.Region("us-west-2").TransitGateway("west", defaultRouteTable: false).AmazonSideAsn(64514);
        var here = network.Region("us-east-1").Vpc("east", "10.0.0.0/16");
        var there = network.Region("us-west-2").Vpc("west", "10.1.0.0/16");
        var hosts = here.Subnet("hosts", "10.0.0.0/24", "a");
        var servers = there.Subnet("servers", "10.1.0.0/24", "a");
        var toEast = east.Attach("east", hosts);
        var toWest = west.Attach("west", servers);
        var peering = east.Peer("east-west", west).AcceptedBy(network.DefaultAccount);
        east.RouteTable("east").Associate(toEast).Associate(peering).Propagate(toEast).Route("10.1.0.0/16", peering);
        west.RouteTable("west").Associate(toWest).Associate(peering.Accepter).Propagate(toWest).Route("10.0.0.0/16", peering.Accepter);
        here.MainRouteTable.Route("10.0.0.0/8", east);
        there.MainRouteTable.Route("10.0.0.0/8", west);
        var client = hosts.Instance("client");
        var server = servers.Instance("server", there.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/8"));
        network.Expect(client).CanReach(server, Tcp(443)).OnlyThrough(peering);
    }
}
