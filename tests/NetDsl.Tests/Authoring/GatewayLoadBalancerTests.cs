using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

public class GatewayLoadBalancerTests
{
    readonly NetworkBuilder network = new();
    readonly RegionBuilder region;
    readonly VpcBuilder security;
    readonly SubnetBuilder firewalls;
    readonly GatewayLoadBalancerBuilder balancer;
    readonly EndpointServiceBuilder service;
    readonly VpcBuilder vpc;
    readonly SubnetBuilder subnet;
    readonly HashSet<string> told = [];

    public GatewayLoadBalancerTests()
    {
        region = network.Region("us-east-1");
        security = region.Vpc("sec", "10.9.0.0/16");
        firewalls = security.Subnet("firewalls", "10.9.0.0/24", "a");
        balancer = security.GatewayLoadBalancer("gwlb").Subnet(firewalls, "10.9.0.9");
        service = security.EndpointService("inspection", balancer);
        vpc = region.Vpc("v", "10.0.0.0/16");
        subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
    }

    [Fact]
    [Trait("Rule", "R-7.8")]
    public void It_has_a_node_a_zone_and_appliances_and_its_endpoint_one_interface()
    {
        var first = firewalls.Instance("one").ForwardsTraffic(stateful: true);
        var second = firewalls.Instance("two").ForwardsTraffic().Interface("eth1", firewalls);
        balancer.CrossZone().Stickiness(FlowStickiness.ThreeTuple).Target(first).Target(second, healthy: false);
        var endpoint = vpc.GatewayLoadBalancerEndpoint("gwlbe", subnet, service, "10.0.0.77");
        vpc.MainRouteTable.Route("0.0.0.0/0", endpoint);

        var topology = network.Build();

        Assert.Equal("", string.Join('\n', topology.Problems.Select(problem => problem.Text)));
        References.AssertClosed(topology);
        var built = Assert.Single(topology.GatewayLoadBalancers);
        Assert.Equal((true, FlowStickiness.ThreeTuple), (built.CrossZone, built.Stickiness));
        Assert.Equal(["us-east-1/sec/one", "us-east-1/sec/two/eth1"], built.Targets.Select(target => target.Interface.Path));
        Assert.Equal([true, false], built.Targets.Select(target => target.IsHealthy));
        Assert.Equal("10.9.0.9", topology.NetworkInterfaces.First(each => each.Id == built.Nodes[0]).PrivateAddress.ToString());
        var there = Assert.Single(topology.VpcEndpoints);
        Assert.Equal((VpcEndpointKind.GatewayLoadBalancer, VpcEndpointState.PendingAcceptance), (there.Kind, there.State));
        Assert.Equal("10.0.0.77", topology.NetworkInterfaces.First(each => each.Id == there.Interfaces[0]).PrivateAddress.ToString());
        Assert.Equal([built.Id], Assert.Single(topology.EndpointServices).GatewayLoadBalancers);
        Assert.Equal(there.Id, Assert.Single(topology.RouteTables.First(table => table.Vpc == vpc.Id).Routes).Target.Value);

        service.Accept(endpoint);
        Assert.Equal(VpcEndpointState.Available, network.Build().VpcEndpoints[0].State);
        service.Reject(endpoint);
        Assert.Equal(VpcEndpointState.Rejected, network.Build().VpcEndpoints[0].State);
    }

    [Fact]
    public void Appliances_that_cannot_be_are_refused()
    {
        balancer.Target(subnet.Instance("far").ForwardsTraffic());
        Assert.Equal("instance 'far' is of VPC 'v', Gateway Load Balancer 'gwlb' of VPC 'sec'; register appliances of its own VPC", Told());

        balancer.Target(firewalls.Interface("loose"));
        Assert.Equal("interface 'loose' belongs to no instance, and nothing there takes what Gateway Load Balancer 'gwlb' sends; register an interface of an instance", Told());

        var twice = firewalls.Instance("twice").ForwardsTraffic();
        balancer.Target(twice).Target(twice);
        Assert.Equal("instance 'twice' is a target of Gateway Load Balancer 'gwlb' already; register it once", Told());
    }

    [Fact]
    public void Appliances_give_back_what_they_got()
    {
        balancer.Target(firewalls.Instance("host"));
        Assert.Equal("instance 'host' forwards nothing, so that Gateway Load Balancer 'gwlb' gets nothing back; call ForwardsTraffic() on it", Told());

        balancer.Target(firewalls.Instance("nat").TranslatesSources());
        Assert.Equal(
            "instance 'nat' translates sources, and Gateway Load Balancer 'gwlb' takes back packets as it gave them only; call ForwardsTraffic() on it and route to a NAT gateway behind the endpoint",
            Told());
    }

    [Fact]
    public void Nodes_are_one_a_zone_and_in_the_own_vpc()
    {
        balancer.Subnet(security.Subnet("second", "10.9.1.0/24", "a"));
        Assert.Equal("Gateway Load Balancer 'gwlb' is in zone us-east-1a by subnet 'firewalls' already; it has one subnet a zone", Told());

        balancer.Subnet(vpc.Subnet("b", "10.0.1.0/24", "b"));
        Assert.Equal("subnet 'b' is of VPC 'v', Gateway Load Balancer 'gwlb' of VPC 'sec'; use subnets of its own VPC", Told());

        security.GatewayLoadBalancer("none");
        Assert.Equal("Gateway Load Balancer 'none' has no subnet; enable at least one zone with Subnet(…)", Told());
    }

    [Fact]
    public void Endpoints_go_to_services_of_their_kind_zone_region_and_account()
    {
        vpc.GatewayLoadBalancerEndpoint("zone", vpc.Subnet("b", "10.0.1.0/24", "b"), service);
        Assert.Equal("endpoint service 'inspection' is not offered in us-east-1b: none of its load balancers has a node there; choose a subnet in us-east-1a", Told());

        var web = vpc.EndpointService("web", vpc.NetworkLoadBalancer("nlb").Internal().Subnet(subnet));
        vpc.GatewayLoadBalancerEndpoint("kind", subnet, web);
        Assert.Equal("endpoint service 'web' has network load balancers, which interface endpoints lead to; use InterfaceEndpoint", Told());

        vpc.InterfaceEndpoint("other-kind", service);
        Assert.Equal("endpoint service 'inspection' has Gateway Load Balancers, which routes lead to by endpoints of their kind; use GatewayLoadBalancerEndpoint", Told());

        var partner = region.Vpc("p", "10.2.0.0/16", network.Account("partner", "210987654321"));
        var theirs = partner.Subnet("p", "10.2.0.0/24", "a");
        partner.GatewayLoadBalancerEndpoint("account", theirs, service);
        Assert.Equal("endpoint service 'inspection' does not permit account 'partner'; call Permit(…) on it before", Told());

        var oregon = network.Region("us-west-2").Vpc("o", "10.3.0.0/16");
        oregon.GatewayLoadBalancerEndpoint("region", oregon.Subnet("o", "10.3.0.0/24", "a"), service);
        Assert.Equal("endpoint service 'inspection' is in us-east-1, VPC 'o' in us-west-2; use a service of the same region", Told());

        vpc.GatewayLoadBalancerEndpoint("vpc", firewalls, service);
        Assert.Equal("subnet 'firewalls' is of VPC 'sec', VPC endpoint 'vpc' of VPC 'v'; use subnets of its own VPC", Told());
    }

    [Fact]
    public void A_service_has_balancers_of_one_kind_and_a_balancer_one_service()
    {
        service.LoadBalancer(security.NetworkLoadBalancer("nlb").Internal().Subnet(firewalls));
        Assert.Equal("endpoint service 'inspection' has network load balancers or Gateway Load Balancers, not both; declare another service for 'nlb'", Told());

        security.EndpointService("second", balancer);
        Assert.Equal("Gateway Load Balancer 'gwlb' serves endpoint service 'inspection' already; a load balancer serves one", Told());

        service.LoadBalancer(vpc.GatewayLoadBalancer("far").Subnet(subnet));
        Assert.Equal("Gateway Load Balancer 'far' is of VPC 'v', endpoint service 'inspection' of VPC 'sec'; use one of its own VPC", Told());
    }

    [Fact]
    [Trait("Rule", "I-3 permissions")]
    public void A_participant_has_no_gateway_load_balancer_in_a_shared_subnet() =>
        Assert.DoesNotContain(typeof(SharedSubnetBuilder).GetMethods(), method => method.Name.Contains("GatewayLoadBalancer", StringComparison.Ordinal));

    /// <summary>What the network has a problem with since it was asked last.</summary>
    string Told()
    {
        var news = network.Build().Problems.Select(problem => problem.Text).Except(told).ToList();
        told.UnionWith(news);
        return Assert.Single(news);
    }
}
