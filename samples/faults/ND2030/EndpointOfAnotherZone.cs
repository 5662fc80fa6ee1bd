using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An endpoint is in a zone where the load balancer has no appliance.</summary>
[Topology]
public static partial class EndpointOfAnotherZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "b");
        var gate = vpc.Subnet("gate", "10.0.1.0/28", "a");
        var gateB = vpc.Subnet("gate-b", "10.0.1.16/28", "b");
        var balancer = vpc.GatewayLoadBalancer("gwlb").Subnet(gate).Subnet(gateB).Target(gate.Instance("appliance", vpc.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.0.0.0/16")).ForwardsTraffic());
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gate", gateB, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        web.RouteTable("web").Route("192.168.0.0/16", endpoint); // ND2030 at `endpoint`: Route table 'web' of VPC 'shop' sends 192.168.0.0/16 to VPC endpoint 'gate', where everything is dropped: Gateway Load Balancer 'gwlb' has no healthy appliance in us-east-1b, and cross-zone load balancing is off; register one there, or call CrossZone().
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointOfAnotherZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "b");
        var gate = vpc.Subnet("gate", "10.0.1.0/28", "a");
        var gateB = vpc.Subnet("gate-b", "10.0.1.16/28", "b");
        var balancer = vpc.GatewayLoadBalancer("gwlb").CrossZone().Subnet(gate).Subnet(gateB).Target(gate.Instance("appliance", vpc.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.0.0.0/16")).ForwardsTraffic());
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gate", gateB, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        web.RouteTable("web").Route("192.168.0.0/16", endpoint);
    }
}
