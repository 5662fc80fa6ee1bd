using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to an endpoint without an appliance behind it.</summary>
[Topology]
public static partial class EndpointOfNoAppliance
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var gate = vpc.Subnet("gate", "10.0.1.0/28", "a");
        var balancer = vpc.GatewayLoadBalancer("gwlb").Subnet(gate);
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gate", gate, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        web.RouteTable("web").Route("192.168.0.0/16", endpoint); // ND2030 at `endpoint`: Route table 'web' of VPC 'shop' sends 192.168.0.0/16 to VPC endpoint 'gate', where everything is dropped: Gateway Load Balancer 'gwlb' has no healthy appliance; register one with Target(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointOfNoApplianceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var gate = vpc.Subnet("gate", "10.0.1.0/28", "a");
        var balancer = vpc.GatewayLoadBalancer("gwlb").Subnet(gate).Target(gate.Instance("appliance", vpc.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.0.0.0/16")).ForwardsTraffic());
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gate", gate, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        web.RouteTable("web").Route("192.168.0.0/16", endpoint);
    }
}
