using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class InternetTests
{
    [Fact]
    public void A_host_without_public_address_has_no_way_through_the_internet_gateway() =>
        Assert.Equal(
            ["ND2003: Subnet 'data' needs the internet, but what route table 'data' of VPC 'shop' sends there is dropped: internet gateway us-east-1/igw has no public address for 10.0.1.4 (IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS); route 0.0.0.0/0 to NAT gateway 'nat' of the same zone us-east-1a."],
            Checked.Messages(network =>
            {
                var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
                var internet = vpc.InternetGateway("igw");
                var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
                edge.RouteTable("edge").Route("0.0.0.0/0", internet);
                edge.NatGateway("nat");
                var data = vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
                data.RouteTable("data").Route("0.0.0.0/0", internet);
                data.Instance("db");
            }));

    [Fact]
    public void Hosts_with_public_addresses_have_a_way_through_the_internet_gateway() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            var edge = vpc.Subnet("edge", "10.0.0.0/24", "a").NeedsInternet();
            edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
            edge.Instance("web").PublicIp();
        }));

    [Fact]
    public void A_private_subnet_is_told_the_nat_gateway_of_its_zone()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var vpc = TwoZones(network);
            vpc.Subnet("data-b", "10.0.11.0/24", "b").NeedsInternet().RouteTable("data-b");
        }));

        Assert.Equal(PrivateSubnetWithoutNatRoute.Rule, finding.Rule);
        Assert.Equal("Subnet 'data-b' needs the internet, but route table 'data-b' of VPC 'shop' has no route there; route 0.0.0.0/0 to NAT gateway 'nat-b' of the same zone us-east-1b.", finding.Message);
        Assert.Equal(["the route table that subnet 'data-b' uses", "NAT gateway 'nat-b', which a route could lead to"], finding.Related.Select(related => related.Text));
        Assert.Equal("us-east-1/shop/nat-b", finding.FixArgument(FixArguments.Target));
    }

    [Fact]
    public void Without_a_nat_gateway_in_the_zone_another_zones_is_proposed() =>
        Assert.EndsWith("route 0.0.0.0/0 to NAT gateway 'nat-a' of zone us-east-1a.", Assert.Single(Checked.Messages(network =>
            TwoZones(network).Subnet("data-c", "10.0.12.0/24", "c").NeedsInternet())), StringComparison.Ordinal);

    [Fact]
    public void Without_any_nat_gateway_one_is_to_be_declared() =>
        Assert.Equal(
            ["ND2003: Subnet 'data' needs the internet, but the main route table of VPC 'shop' has no route there; declare a NAT gateway in subnet 'edge' (us-east-1a) and route 0.0.0.0/0 to it in the main route table of VPC 'shop'."],
            Checked.Messages(network =>
            {
                var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
                vpc.Subnet("edge", "10.0.0.0/24", "a").RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
                vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
            }));

    [Fact]
    public void A_route_to_a_nat_gateway_is_a_way() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var vpc = TwoZones(network, out var nats);
            vpc.Subnet("data", "10.0.11.0/24", "b").NeedsInternet().RouteTable("data").Route("0.0.0.0/0", nats[1]);
        }));

    [Fact]
    public void Halves_of_the_internet_are_a_way_too() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var vpc = TwoZones(network, out var nats);
            vpc.Subnet("data", "10.0.11.0/24", "b").NeedsInternet().RouteTable("data").Route("0.0.0.0/1", nats[1]).Route("128.0.0.0/1", nats[1]);
        }));

    [Fact]
    public void A_subnet_that_needs_no_internet_is_left_in_peace() =>
        Assert.Empty(Checked.Findings(network => TwoZones(network).Subnet("data", "10.0.11.0/24", "b")));

    [Fact]
    public void Nothing_is_missing_while_the_topology_is_not_whole() =>
        Assert.Equal(["ND1001"], Checked.Findings(network =>
        {
            var vpc = TwoZones(network);
            vpc.Subnet("data", "10.0.11.0/24", "b").NeedsInternet().RouteTable("data").Route("0.0.0.0", vpc.InternetGateway("igw"));
        }).Select(finding => finding.Rule.Id).Where(id => id != "ND1003" && id != "ND1012"));

    [Fact]
    public void A_peering_is_no_way_to_the_internet()
    {
        var messages = Checked.Messages(network =>
        {
            var region = network.Region("us-east-1");
            var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
            b.InternetGateway("igw");
            a.Subnet("app", "10.0.0.0/24", "a").NeedsInternet().RouteTable("app").Route("0.0.0.0/0", network.Peer("a-b", a, b));
        }).ToList();

        Assert.StartsWith("ND2002", messages[0], StringComparison.Ordinal);
        Assert.Contains("sends there is dropped: the destination is not in VPC 'b', and a peering connection leads no further (PCX_REQUIRES_ADDRESS_IN_VPC_CIDR); ", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Central_egress_over_a_transit_gateway_is_a_way() =>
        Assert.Empty(Checked.Findings(network => Hub(network)));

    [Fact]
    public void A_transit_gateway_that_knows_no_way_out_is_none() =>
        Assert.Equal(
            ["ND2003: Subnet 'app' needs the internet, but what route table 'app' of VPC 'spoke' sends there is dropped: route table 'spokes' of transit gateway 'tgw' has no route to the destination (TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT); declare a NAT gateway in a public subnet of zone us-east-1a and route 0.0.0.0/0 to it in route table 'app' of VPC 'spoke'."],
            Checked.Messages(network => Hub(network, spokesKnowTheHub: false)));

    [Fact]
    public void A_hub_without_nat_translates_nothing() =>
        Assert.Contains("sends there is dropped: the source is not of VPC 'egress', and internet gateway 'igw' knows public addresses of its own VPC only (IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS); ", Assert.Single(Checked.Messages(network => Hub(network, hubTranslates: false))), StringComparison.Ordinal);

    [Fact]
    public void An_attachment_serves_its_zones_only() =>
        Assert.Contains("attachment 'spoke' has no subnet in zone us-east-1b (TGW_ROUTE_AZ_RESTRICTION); ", Assert.Single(Checked.Messages(network => Hub(network, zone: "b"))), StringComparison.Ordinal);

    [Fact]
    public void A_nat_gateway_in_a_subnet_without_a_way_out_cannot_work()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            vpc.InternetGateway("igw");
            var nat = vpc.Subnet("edge", "10.0.0.0/24", "a").NatGateway("nat");
            vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("0.0.0.0/0", nat);
        }));

        Assert.Equal(NatGatewayWithoutInternet.Rule, finding.Rule);
        Assert.Equal("NAT gateway 'nat' cannot reach the internet: the main route table of VPC 'shop', which its subnet 'edge' uses, has no route to an internet gateway; route 0.0.0.0/0 to internet gateway 'igw' there.", finding.Message);
        Assert.Equal("us-east-1/igw", finding.FixArgument(FixArguments.Target));
    }

    [Fact]
    public void A_nat_gateway_whose_table_sends_everything_back_to_it_cannot_work()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            var nat = vpc.Subnet("edge", "10.0.0.0/24", "a").NatGateway("nat");
            vpc.MainRouteTable.Route("0.0.0.0/0", nat);
        }));

        Assert.Equal("NAT gateway 'nat' cannot reach the internet: the main route table of VPC 'shop', which its subnet 'edge' uses, sends 0.0.0.0/0 back to it; declare an internet gateway for VPC 'shop' and route 0.0.0.0/0 to it there.", finding.Message);
        Assert.Equal(["the subnet of NAT gateway 'nat'", "the route for 0.0.0.0/0"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    public void A_private_nat_gateway_needs_no_internet() =>
        Assert.Empty(Checked.Findings(network =>
            network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Subnet("edge", "10.0.0.0/24", "a").NatGateway("nat").Private()));

    [Fact]
    public void A_hub_that_knows_no_way_back_is_no_way_out() =>
        Assert.Equal(
            ["ND2003: Subnet 'app' needs the internet, but what route table 'app' of VPC 'spoke' sends there gets out, and its reply is dropped: route table 'hub' of transit gateway 'tgw' has no route to the destination (TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT); declare a NAT gateway in a public subnet of zone us-east-1a and route 0.0.0.0/0 to it in route table 'app' of VPC 'spoke'."],
            Checked.Messages(network => Hub(network, hubKnowsTheSpokes: false)));

    [Fact]
    public void A_transit_gateway_that_would_lead_out_is_proposed()
    {
        var finding = Assert.Single(Checked.Findings(network => Hub(network, spokeIsRouted: false)));

        Assert.Equal("Subnet 'app' needs the internet, but route table 'app' of VPC 'spoke' has no route there; route 0.0.0.0/0 to transit gateway 'tgw'.", finding.Message);
        Assert.Equal("us-east-1/tgw", finding.FixArgument(FixArguments.Target));
    }

    [Fact]
    public void Filters_are_not_asked() =>
        Assert.All(Checked.Findings(network =>
        {
            var vpc = TwoZones(network, out var nats);
            var data = vpc.Subnet("data", "10.0.11.0/24", "b").NeedsInternet();
            data.RouteTable("data").Route("0.0.0.0/0", nats[1]);
            data.Associate(vpc.NetworkAcl("closed"));
            data.Instance("db", vpc.SecurityGroup("closed").NoEgressByDefault());
        }), finding => Assert.Equal(EmptyNetworkAcl.Rule, finding.Rule));

    static VpcBuilder TwoZones(NetworkBuilder network) => TwoZones(network, out _);

    static VpcBuilder TwoZones(NetworkBuilder network, out NatGatewayBuilder[] nats)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var edges = vpc.RouteTable("edge").Route("0.0.0.0/0", internet);
        nats =
        [
            vpc.Subnet("edge-a", "10.0.0.0/24", "a").Associate(edges).NatGateway("nat-a"),
            vpc.Subnet("edge-b", "10.0.1.0/24", "b").Associate(edges).NatGateway("nat-b"),
        ];
        return vpc;
    }

    static void Hub(
        NetworkBuilder network, bool spokesKnowTheHub = true, bool hubTranslates = true, string zone = "a", bool hubKnowsTheSpokes = true, bool spokeIsRouted = true)
    {
        var region = network.Region("us-east-1");
        var gateway = region.TransitGateway("tgw", defaultRouteTable: false);

        var hub = region.Vpc("egress", "10.255.0.0/16");
        var internet = hub.InternetGateway("igw");
        var edge = hub.Subnet("edge", "10.255.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", internet).Route("10.0.0.0/16", gateway);
        var nat = edge.NatGateway("nat");
        var landing = hub.Subnet("landing", "10.255.1.0/28", "a");
        landing.RouteTable("landing").Route("0.0.0.0/0", hubTranslates ? nat : internet);

        var spoke = region.Vpc("spoke", "10.0.0.0/16");
        var app = spoke.Subnet("app", "10.0.0.0/24", zone).NeedsInternet();
        var routes = app.RouteTable("app");
        if (spokeIsRouted)
        {
            routes.Route("0.0.0.0/0", gateway);
        }

        var toHub = gateway.Attach("egress", landing);
        var toSpoke = gateway.Attach("spoke", spoke.Subnet("attachment", "10.0.255.0/28", "a"));
        var spokes = gateway.RouteTable("spokes").Associate(toSpoke);
        var back = gateway.RouteTable("hub").Associate(toHub);
        if (hubKnowsTheSpokes)
        {
            back.Propagate(toSpoke);
        }

        if (spokesKnowTheHub)
        {
            spokes.Route("0.0.0.0/0", toHub);
        }
    }
}
