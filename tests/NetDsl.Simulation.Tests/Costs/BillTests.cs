using static NetDsl.Simulation.Tests.Costs.BillingScene;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Costs;

public class BillTests
{
    readonly BillingScene scene = new();

    [Fact]
    public void Inside_a_zone_nothing_is_charged()
    {
        var (one, two) = (scene.Host("one", "10.0.0.0/24", "a"), scene.Host("two", "10.0.1.0/24", "a"));

        var bill = scene.Month(new Transfer(At(one), At(two), Tcp(443), 10, 100));

        Assert.Empty(bill.Lines);
        Assert.Equal([new PathTraffic(new BilledPath("vpc use1-az1", "vpc use1-az1", []), 110)], bill.Traffic);
    }

    [Fact]
    public void Between_zones_each_end_is_charged()
    {
        var (one, two) = (scene.Host("one", "10.0.0.0/24", "a"), scene.Host("two", "10.0.1.0/24", "b"));

        var bill = scene.Month(new Transfer(At(one), At(two), Tcp(443), 10, 100));

        Assert.Equal(["crossZoneGb owner 220"], Traffic(bill));
        Assert.Equal(
            [("vpc use1-az1", "vpc use1-az2", 0.2m), ("vpc use1-az2", "vpc use1-az1", 2m)],
            bill.ByPath().Select(path => (path.Traffic.Path.From, path.Traffic.Path.To, path.Amount)));
    }

    [Fact]
    public void A_nat_gateway_charges_both_directions_and_the_internet_the_way_out()
    {
        var app = scene.HostBehindNat("app", "10.0.0.0/24", "a", natZone: "a");

        var bill = scene.Month(new Transfer(At(app), Endpoint.Internet, Tcp(443), 1, 10));

        Assert.Equal(["natGatewayGb owner 49.5", "internetOutGb owner 9"], Traffic(bill));
        Assert.Equal(["natGatewayHour 1", "publicIpv4Hour 1"], Standing(bill));
        Assert.Equal(730 * (0.045m + 0.005m), bill.Standing);
        Assert.Equal(
            [new BilledPath("internet", "vpc use1-az1", ["igw", "nat-a"]), new BilledPath("vpc use1-az1", "internet", ["nat-a", "igw"])],
            bill.Traffic.Select(path => path.Path));
    }

    [Fact]
    public void A_nat_gateway_of_another_zone_costs_the_way_there_too()
    {
        var app = scene.HostBehindNat("app", "10.0.0.0/24", "b", natZone: "a");

        var bill = scene.Month(new Transfer(At(app), Endpoint.Internet, Tcp(443), 1, 10));

        Assert.Equal(["natGatewayGb owner 49.5", "internetOutGb owner 9", "crossZoneGb owner 22"], Traffic(bill));
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void A_transit_gateway_charges_the_sender_and_nothing_between_zones()
    {
        var gateway = scene.Region.TransitGateway("tgw");
        var partner = scene.Network.Account("partner", Partner);
        var other = scene.Region.Vpc("other", "10.2.0.0/16", partner);
        var (one, two) = (scene.Host("one", "10.0.0.0/24", "a"), scene.Host(other, "two", "10.2.0.0/24", "b"));
        foreach (var host in new[] { one, two })
        {
            host.Subnet.RouteTable("app").Route("10.0.0.0/8", gateway);
            gateway.Attach(host.Name, host.Subnet);
        }

        var bill = scene.Month(new Transfer(At(one), At(two), Tcp(443), 4, 6));

        Assert.Equal(["transitGatewayGb owner 8", "transitGatewayGb partner 12"], Traffic(bill));
        Assert.Equal(["transitGatewayAttachmentHour 2"], Standing(bill));
    }

    [Theory]
    [Trait("Rule", "I-5 cost")]
    [InlineData("us-east-1", "a")]
    [InlineData("us-east-1", "b", "peeringCrossZoneGb owner 10", "peeringCrossZoneGb partner 10")]
    [InlineData("eu-west-1", "a", "interRegionGb owner 8", "interRegionGb partner 12")]
    public void Peering_charges_what_goes_to_another_zone_or_region(string region, string zone, params string[] charges)
    {
        var partner = scene.Network.Account("partner", Partner);
        var other = (region == "us-east-1" ? scene.Region : scene.Network.Region(region)).Vpc("other", "10.2.0.0/16", partner);
        var peering = scene.Network.Peer("peering", scene.Vpc, other).AcceptedBy(partner);
        var (one, two) = (scene.Host("one", "10.0.0.0/24", "a"), scene.Host(other, "two", "10.2.0.0/24", zone));
        one.Subnet.RouteTable("app").Route("10.2.0.0/16", peering);
        two.Subnet.RouteTable("app").Route("10.0.0.0/16", peering);

        var bill = scene.Month(new Transfer(At(one), At(two), Tcp(443), 4, 6));

        Assert.Equal(charges, Traffic(bill));
        Assert.Equal(0, bill.Standing);
    }

    [Fact]
    public void Public_addresses_of_one_region_charge_each_end()
    {
        var (one, two) = (scene.Host("one", "10.0.0.0/24", "a").PublicIp(), scene.Host("two", "10.0.1.0/24", "a").ElasticIp(scene.Region.ElasticIp("two", "203.0.113.50")));
        foreach (var host in new[] { one, two })
        {
            host.Subnet.RouteTable(host.Name).Route("0.0.0.0/0", scene.Internet);
        }

        var bill = scene.Month(new Transfer(At(one), Endpoint.Of(Addressing.IpAddress.Parse("203.0.113.50")), Tcp(443), 10, 0));

        Assert.Equal(["publicAddressGb owner 20"], Traffic(bill));
        Assert.Equal(["publicIpv4Hour 2"], Standing(bill));
    }

    [Fact]
    public void An_interface_endpoint_charges_both_directions_and_a_gateway_endpoint_nothing()
    {
        var service = scene.Region.Service("s3");
        var app = scene.Host("app", "10.0.0.0/24", "b");
        scene.Vpc.GatewayEndpoint("gateway", service).RouteTable(app.Subnet.RouteTable("app"));
        var endpoint = scene.Vpc.InterfaceEndpoint("interface", service)
            .Subnet(scene.Vpc.Subnet("endpoints", "10.0.1.0/24", "a")).SecurityGroup(scene.Open(scene.Vpc)).PrivateDns(false);

        var byGateway = scene.Month(new Transfer(At(app), At(service), Tcp(443), 10, 100));
        var byInterface = scene.Month(new Transfer(At(app), At(endpoint), Tcp(443), 10, 100));

        Assert.Empty(Traffic(byGateway));
        Assert.Equal(["interfaceEndpointGb owner 110"], Traffic(byInterface));
        Assert.Equal(["interfaceEndpointHour 1"], Standing(byInterface));
        Assert.Contains(byGateway.Traffic, path => path.Path == new BilledPath("us-east-1/s3", "vpc use1-az2", ["gateway"]));
        Assert.Contains(byInterface.Traffic, path => path.Path == new BilledPath("us-east-1/s3", "vpc use1-az2", ["interface"]));
    }

    [Fact]
    [Trait("Rule", "I-3 billing")]
    public void In_a_shared_subnet_the_participant_pays_for_transfer_and_the_owner_for_what_it_passes()
    {
        var partner = scene.Network.Account("partner", Partner);
        var subnet = scene.Vpc.Subnet("apps", "10.0.0.0/24", "b");
        subnet.RouteTable("apps").Route("0.0.0.0/0", scene.NatGateway("a"));
        var shared = subnet.ShareWith(partner).As(partner);
        var app = shared.Instance("app", shared.SecurityGroup("app"));
        var database = scene.Host("db", "10.0.1.0/24", "a");

        var inside = scene.Month(new Transfer(At(app), At(database), Tcp(443), 1, 10));
        var outside = scene.Month(new Transfer(At(app), Endpoint.Internet, Tcp(443), 1, 10));

        Assert.Equal(["crossZoneGb owner 11", "crossZoneGb partner 11"], Traffic(inside));
        Assert.Equal(["natGatewayGb owner 49.5", "internetOutGb owner 9", "crossZoneGb owner 11", "crossZoneGb partner 11"], Traffic(outside));
        Assert.Equal([(Owner, outside.Total - 0.11m), (Partner, 0.11m)], outside.ByAccount());
    }

    [Fact]
    public void A_load_balancer_charges_what_it_processes_and_the_zones_behind_it()
    {
        var (web, client) = (scene.Host("web", "10.0.0.0/24", "b"), scene.Host("client", "10.0.1.0/24", "a"));
        var balancer = scene.Vpc.NetworkLoadBalancer("nlb").Internal().Subnet(scene.Vpc.Subnet("front", "10.0.2.0/24", "a")).Subnet(web.Subnet).CrossZone()
            .Listener(ListenerProtocol.Tcp, 443, scene.Vpc.TargetGroup("web", ListenerProtocol.Tcp, 443).Target(web));

        var bill = scene.Month(new Transfer(At(client), At(balancer), Tcp(443), 10, 100));

        Assert.Equal(["crossZoneGb owner 220", "loadBalancerGb owner 66"], Traffic(bill));
        Assert.Equal(["loadBalancerHour 1"], Standing(bill));
    }

    [Fact]
    public void An_appliance_of_another_zone_costs_the_way_there_and_back()
    {
        var (one, two) = (scene.Host("one", "10.0.0.0/24", "a"), scene.Host("two", "10.0.1.0/24", "a"));
        var near = scene.Vpc.Subnet("near", "10.0.8.0/24", "a");
        var far = scene.Vpc.Subnet("far", "10.0.9.0/24", "b");
        var balancer = scene.Vpc.GatewayLoadBalancer("gwlb").Subnet(near).CrossZone().Target(far.Instance("firewall", scene.Open(scene.Vpc)).ForwardsTraffic(stateful: true));
        var endpoint = scene.Vpc.GatewayLoadBalancerEndpoint("gwlbe", near, scene.Vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        one.Subnet.RouteTable("one").Route("10.0.1.0/24", endpoint);
        two.Subnet.RouteTable("two").Route("10.0.0.0/24", endpoint);

        var bill = scene.Month(new Transfer(At(one), At(two), Tcp(443), 1, 9));

        Assert.Equal(["crossZoneGb owner 40", "gatewayLoadBalancerEndpointGb owner 3.5", "gatewayLoadBalancerGb owner 4"], Traffic(bill));
        Assert.Equal(["gatewayLoadBalancerEndpointHour 1", "gatewayLoadBalancerHour 1"], Standing(bill));
        Assert.Contains(bill.Traffic, path => path.Path == new BilledPath("vpc use1-az1", "vpc use1-az1", ["gwlbe", "firewall"]));
    }

    [Theory]
    [InlineData(1, 10, 15)]
    [InlineData(10, 1, 15)]
    public void An_accelerator_charges_the_busier_direction(int there, int back, int cents)
    {
        var host = scene.Host("host", "10.0.0.0/24", "a");
        host.Subnet.RouteTable("host").Route("0.0.0.0/0", scene.Internet);
        var accelerator = scene.Network.Accelerator("edge", configure: edge => edge.Listener(Tcp(443), configure: web => web.EndpointGroup(scene.Region).Endpoint(host)));

        var bill = scene.Month(new Transfer(Endpoint.Internet, At(accelerator), Tcp(443), there, back));

        Assert.Equal([$"internetOutGb owner {back * 9}", $"acceleratorGb owner {cents}"], Traffic(bill));
        Assert.Equal(["acceleratorHour 1"], Standing(bill));
    }

    [Fact]
    public void What_is_dropped_has_paid_for_what_it_passed()
    {
        var closed = scene.Vpc.Subnet("one", "10.0.0.0/24", "a").Instance("one", scene.Vpc.SecurityGroup("closed"));
        var open = scene.Host("two", "10.0.1.0/24", "b");

        var bill = scene.Unanswered(new Transfer(At(open), At(closed), Tcp(443), 5, 0));

        Assert.Equal(["crossZoneGb owner 10"], Traffic(bill));
        Assert.Equal([new PathTraffic(new BilledPath("vpc use1-az2", "dropped", []), 5)], bill.Traffic);
    }

    [Fact]
    public void A_transfer_that_does_not_get_through_is_refused()
    {
        var closed = scene.Vpc.Subnet("one", "10.0.0.0/24", "a").Instance("one", scene.Vpc.SecurityGroup("closed"));
        var open = scene.Host("two", "10.0.1.0/24", "b");

        var refused = Assert.Throws<InvalidOperationException>(() => scene.Month(new Transfer(At(open), At(closed), Tcp(443), 5, 0)));

        Assert.Equal("What us-east-1/vpc/two and us-east-1/vpc/one send each other (tcp/443) does not get through (ENI_SG_RULES_MISMATCH); a trace tells where and why.", refused.Message);
    }
}
