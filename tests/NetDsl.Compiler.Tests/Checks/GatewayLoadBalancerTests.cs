using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

public class GatewayLoadBalancerTests
{
    [Fact]
    public void An_endpoint_that_is_not_accepted_is_told_at_the_route()
    {
        var finding = Assert.Single(Checked.Findings(network => Inspect(network, acceptanceRequired: true, bothWays: false)));

        Assert.Equal("ND2030", finding.Rule.Id);
        Assert.Equal(
            "Route table 'app' of VPC 'v' sends 0.0.0.0/0 to VPC endpoint 'gwlbe', where everything is dropped: endpoint 'gwlbe' is waiting for acceptance; call Accept(…) on endpoint service 'inspection'.",
            finding.Message);
        Assert.Equal(["VPC endpoint 'gwlbe'"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    public void An_endpoint_without_a_healthy_appliance_is_told()
    {
        Assert.Contains("Gateway Load Balancer 'gwlb' has no healthy appliance; register one with Target(…).", Assert.Single(Checked.Messages(network => Inspect(network, isHealthy: false, bothWays: false))), StringComparison.Ordinal);
        Assert.Contains(
            "Gateway Load Balancer 'gwlb' has no healthy appliance in us-east-1a, and cross-zone load balancing is off; register one there, or call CrossZone().",
            Assert.Single(Checked.Messages(network => Inspect(network, zone: "b", bothWays: false))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_that_lead_to_appliances_are_not_told()
    {
        Assert.Empty(Checked.Messages(network => Inspect(network)));
        Assert.Empty(Checked.Messages(network => Inspect(network, zone: "b", crossZone: true)));
    }

    [Fact]
    public void An_appliance_whose_groups_do_not_admit_geneve_is_told()
    {
        var finding = Assert.Single(Checked.Findings(network => Inspect(network, admits: vpc => vpc.SecurityGroup("fw").Ingress(Tcp(443), from: AnyIpv4))));

        Assert.Equal("ND3030", finding.Rule.Id);
        Assert.Equal(
            "No ingress rule of the security groups of network interface 'fw' lets Geneve (udp/6081) in from the node of Gateway Load Balancer 'gwlb' in us-east-1a, so that the appliance sees nothing of it; add Ingress(Udp(6081), from: \"10.9.0.4/32\") to one of them.",
            finding.Message);
        Assert.Equal(["its security group"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    public void An_appliance_whose_groups_let_nothing_back_is_told()
    {
        Assert.Contains(
            "add Egress(Udp(6081), to: \"10.9.0.4/32\")",
            Assert.Single(Checked.Messages(network => Inspect(network, admits: vpc => vpc.SecurityGroup("fw").Ingress(Udp(6081), from: AnyIpv4).Egress(Tcp(443), to: AnyIpv4)))),
            StringComparison.Ordinal);
        Assert.Empty(Checked.Messages(network => Inspect(network, admits: vpc => vpc.SecurityGroup("fw").Ingress(Udp(6081), from: "10.9.0.0/24").Egress(Udp(6081), to: "10.9.0.0/24"))));
    }

    [Fact]
    public void A_way_past_appliances_is_a_way_to_the_internet() =>
        Assert.Empty(Checked.Messages(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
            var inspection = vpc.Subnet("inspection", "10.0.9.0/24", "a");
            inspection.RouteTable("inspection").Route(AnyIpv4, vpc.InternetGateway("igw"));
            var geneve = vpc.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.0.9.0/24");
            var balancer = vpc.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(inspection.Instance("fw", geneve).ForwardsTraffic());
            var endpoint = vpc.GatewayLoadBalancerEndpoint("gwlbe", inspection, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
            var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
            edge.RouteTable("edge").Route(AnyIpv4, endpoint);
            var app = vpc.Subnet("app", "10.0.1.0/24", "a", subnet => subnet.NeedsInternet());
            app.RouteTable("app").Route(AnyIpv4, edge.NatGateway("nat"));
            app.Instance("host");
        }));

    static void Inspect(
        NetworkBuilder network,
        bool acceptanceRequired = false,
        bool isHealthy = true,
        string zone = "a",
        bool crossZone = false,
        Func<VpcBuilder, SecurityGroupBuilder>? admits = null,
        bool bothWays = true)
    {
        var region = network.Region("us-east-1");
        var security = region.Vpc("sec", "10.9.0.0/16");
        var home = security.Subnet("firewalls", "10.9.0.0/24", "a");
        var balancer = security.GatewayLoadBalancer("gwlb").Subnet(home);
        _ = crossZone ? balancer.CrossZone() : balancer;
        var place = zone == "a" ? home : security.Subnet("far", "10.9.1.0/24", zone);
        var group = admits?.Invoke(security) ?? security.SecurityGroup("geneve").Ingress(Udp(6081), from: "10.9.0.0/16");
        balancer.Target(place.Instance("fw", group).ForwardsTraffic(stateful: true), isHealthy);
        var vpc = region.Vpc("v", "10.0.0.0/16");
        var beyond = vpc.Subnet("endpoint", "10.0.2.0/24", "a");
        var internet = vpc.InternetGateway("igw");
        beyond.RouteTable("endpoint").Route(AnyIpv4, internet);
        var app = vpc.Subnet("app", "10.0.1.0/24", "a");
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gwlbe", beyond, security.EndpointService("inspection", balancer, acceptanceRequired));
        app.RouteTable("app").Route(AnyIpv4, endpoint);
        if (bothWays)
        {
            internet.Associate(vpc.RouteTable("ingress").Route("10.0.1.0/24", endpoint));
        }

        app.Instance("host").PublicIp();
    }
}
