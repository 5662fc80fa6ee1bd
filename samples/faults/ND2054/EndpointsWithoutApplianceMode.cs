using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An endpoint of a Gateway Load Balancer in each of two zones, without appliance mode.</summary>
[Topology]
public static partial class EndpointsWithoutApplianceMode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var appliances = vpc.SecurityGroup("appliances").Ingress(Udp(6081), from: "10.0.0.0/16");
        var balancer = vpc.GatewayLoadBalancer("gwlb").CrossZone();
        var service = vpc.EndpointService("inspection", balancer, acceptanceRequired: false);
        var fire = vpc.Subnet("fire", "10.0.9.0/24", "a");
        balancer.Subnet(fire).Subnet(vpc.Subnet("fire-b", "10.0.8.0/24", "b")).Target(fire.Instance("fire", appliances).ForwardsTraffic());
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        hub.Attach("inspection", one).Subnet(two); // ND2054 at `"inspection"`: Attachment 'inspection' of transit gateway 'hub' leads to VPC endpoint 'end-a' and VPC endpoint 'end-b', each in its zone, which keep the state of connections: without appliance mode a reply comes by the zone of its sender, where nobody knows of the request; call ApplianceMode() on the attachment.
        one.RouteTable("one").Route("0.0.0.0/0", vpc.GatewayLoadBalancerEndpoint("end-a", vpc.Subnet("end-a", "10.0.2.0/24", "a"), service));
        two.RouteTable("two").Route("0.0.0.0/0", vpc.GatewayLoadBalancerEndpoint("end-b", vpc.Subnet("end-b", "10.0.3.0/24", "b"), service));
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EndpointsWithoutApplianceModeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var appliances = vpc.SecurityGroup("appliances").Ingress(Udp(6081), from: "10.0.0.0/16");
        var balancer = vpc.GatewayLoadBalancer("gwlb").CrossZone();
        var service = vpc.EndpointService("inspection", balancer, acceptanceRequired: false);
        var fire = vpc.Subnet("fire", "10.0.9.0/24", "a");
        balancer.Subnet(fire).Subnet(vpc.Subnet("fire-b", "10.0.8.0/24", "b")).Target(fire.Instance("fire", appliances).ForwardsTraffic());
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        hub.Attach("inspection", one).ApplianceMode().Subnet(two);
        one.RouteTable("one").Route("0.0.0.0/0", vpc.GatewayLoadBalancerEndpoint("end-a", vpc.Subnet("end-a", "10.0.2.0/24", "a"), service));
        two.RouteTable("two").Route("0.0.0.0/0", vpc.GatewayLoadBalancerEndpoint("end-b", vpc.Subnet("end-b", "10.0.3.0/24", "b"), service));
    }
}
