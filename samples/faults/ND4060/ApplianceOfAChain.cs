using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An appliance is declared where it is a target.</summary>
[Topology]
public static partial class ApplianceOfAChain
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.0/16");
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(inspection.Instance("appliance", group)); // ND4060 at `Target(inspection.Instance("appliance", group))`: Instance 'appliance' forwards nothing, so that Gateway Load Balancer 'gwlb' gets nothing back; call ForwardsTraffic() on it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ApplianceOfAChainRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.0/16");
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(inspection.Instance("appliance", group).ForwardsTraffic());
    }
}
