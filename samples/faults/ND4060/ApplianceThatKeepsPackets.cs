using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An appliance does not forward.</summary>
[Topology]
public static partial class ApplianceThatKeepsPackets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var appliance = inspection.Instance("appliance", vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.0/16"));
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(appliance); // ND4060 at `Target(appliance)`: Instance 'appliance' forwards nothing, so that Gateway Load Balancer 'gwlb' gets nothing back; call ForwardsTraffic() on it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ApplianceThatKeepsPacketsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var appliance = inspection.Instance("appliance", vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.0/16")).ForwardsTraffic();
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(appliance);
    }
}
