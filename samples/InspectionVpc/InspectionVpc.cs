using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// Firewalls in a VPC of their own see what two applications exchange with the internet, both ways: the example "Inspect inbound traffic from the
/// internet" of the guide to Gateway Load Balancers, over two zones and two applications.
/// </summary>
[Topology]
public static partial class InspectionVpc
{
    static readonly string[] Zones = ["a", "b"];

    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var inspection = AddFirewalls(region);
        AddApplication(region, "shop", 1, inspection, port: 443);
        AddApplication(region, "mail", 2, inspection, port: 25);
    }

    /// <summary>A firewall in each zone, and the endpoint service by which other VPCs send their packets through.</summary>
    static EndpointServiceBuilder AddFirewalls(RegionBuilder region)
    {
        var vpc = region.Vpc("inspection", "10.9.0.0/16");
        var geneve = vpc.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.9.0.0/16");
        var balancer = vpc.GatewayLoadBalancer("firewalls");
        foreach (var (index, zone) in Zones.Index())
        {
            var subnet = vpc.Subnet($"firewalls-{zone}", $"10.9.{index}.0/24", zone);
            balancer.Subnet(subnet).Target(subnet.Instance($"firewall-{zone}", geneve).ForwardsTraffic(stateful: true));
        }

        return vpc.EndpointService("inspection", balancer, acceptanceRequired: false);
    }

    /// <summary>
    /// In each zone, a subnet of servers and one of the endpoint. The table of the internet gateway brings what comes in to the endpoint of the server's
    /// zone, and the servers' tables bring there what goes out, so that one firewall sees both.
    /// </summary>
    static void AddApplication(RegionBuilder region, string name, int number, EndpointServiceBuilder inspection, int port)
    {
        var vpc = region.Vpc(name, $"10.{number}.0.0/16");
        var internet = vpc.InternetGateway(name);
        var arriving = vpc.RouteTable("arriving");
        internet.Associate(arriving);

        var servers = vpc.SecurityGroup("servers").Ingress(Tcp(port), from: AnyIpv4);
        foreach (var (index, zone) in Zones.Index())
        {
            var gate = vpc.Subnet($"gate-{zone}", $"10.{number}.{16 + index}.0/28", zone);
            gate.RouteTable($"gate-{zone}").Route(AnyIpv4, internet);
            var endpoint = vpc.GatewayLoadBalancerEndpoint($"gate-{zone}", gate, inspection);

            var block = $"10.{number}.{index}.0/24";
            var subnet = vpc.Subnet($"servers-{zone}", block, zone, subnet => subnet.NeedsInternet());
            subnet.RouteTable($"servers-{zone}").Route(AnyIpv4, endpoint);
            subnet.Instance($"{name}-{zone}", servers).PublicIp();
            arriving.Route(block, endpoint);
        }
    }
}
