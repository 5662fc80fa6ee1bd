using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The group of an appliance admits another port.</summary>
[Topology]
public static partial class ApplianceOfTheWrongPort
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("appliance").Ingress(Udp(4789), from: "10.0.0.0/24");
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection, "10.0.0.10").Target(inspection.Instance("appliance", group).ForwardsTraffic()); // ND3030 at `Target(inspection.Instance("appliance", group).ForwardsTraffic())`: No ingress rule of the security groups of network interface 'appliance' lets Geneve (udp/6081) in from the node of Gateway Load Balancer 'gwlb' in us-east-1a, so that the appliance sees nothing of it; add Ingress(Udp(6081), from: "10.0.0.10/32") to one of them.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ApplianceOfTheWrongPortRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.10/32").Ingress(Udp(4789), from: "10.0.0.0/24");
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection, "10.0.0.10").Target(inspection.Instance("appliance", group).ForwardsTraffic());
    }
}
