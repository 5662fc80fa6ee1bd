using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An appliance translates sources, so that the load balancer does not know its packets again.</summary>
[Topology]
public static partial class ApplianceThatTranslates
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.0/16");
        var appliance = inspection.Instance("appliance", group).TranslatesSources();
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(appliance); // ND4060 at `Target(appliance)`: Instance 'appliance' translates sources, and Gateway Load Balancer 'gwlb' takes back packets as it gave them only; call ForwardsTraffic() on it and route to a NAT gateway behind the endpoint.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ApplianceThatTranslatesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.0.0/24", "a");
        var group = vpc.SecurityGroup("appliance").Ingress(Udp(6081), from: "10.0.0.0/16");
        var appliance = inspection.Instance("appliance", group).ForwardsTraffic();
        vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(appliance);
    }
}
