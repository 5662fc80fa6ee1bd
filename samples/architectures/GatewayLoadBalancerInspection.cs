using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>An appliance behind a Gateway Load Balancer sees what a VPC exchanges with the internet. Source: "Getting started with Gateway Load Balancers", Elastic Load Balancing.</summary>
[Topology]
public static partial class GatewayLoadBalancerInspection
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var inspection = region.Vpc("inspection", "10.9.0.0/16");
        var fire = inspection.Subnet("fire", "10.9.0.0/24", "a");
        var balancer = inspection.GatewayLoadBalancer("gwlb").Subnet(fire).Target(fire.Instance("appliance", inspection.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.9.0.0/16")).ForwardsTraffic(stateful: true));
        var service = inspection.EndpointService("inspection", balancer, acceptanceRequired: false);
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var igw = shop.InternetGateway("igw");
        var gate = shop.Subnet("gate", "10.0.1.0/28", "a");
        gate.RouteTable("gate").Route(AnyIpv4, igw);
        var endpoint = shop.GatewayLoadBalancerEndpoint("gate", gate, service);
        var web = shop.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("web").Route(AnyIpv4, endpoint);
        igw.Associate(shop.RouteTable("arriving").Route("10.0.0.0/24", endpoint));
        var server = web.Instance("server", shop.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
        network.Expect(Internet).CanReach(server, Tcp(443)).OnlyThrough(endpoint);
    }
}
