using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

public class RegionalNatGatewayTests
{
    readonly NetworkBuilder network = new();
    readonly RegionBuilder region;
    readonly VpcBuilder vpc;

    public RegionalNatGatewayTests()
    {
        region = network.Region("us-east-1");
        vpc = region.Vpc("v", "10.0.0.0/16");
    }

    [Fact]
    [Trait("Rule", "R-3.14")]
    public void The_vendor_puts_it_where_interfaces_are()
    {
        vpc.Subnet("empty", "10.0.0.0/24", "a");
        vpc.Subnet("hosts", "10.0.1.0/24", "c").Instance("host");
        region.TransitGateway("tgw").Attach("v", vpc.Subnet("attached", "10.0.2.0/24", "b"));
        vpc.RegionalNatGateway("nat");

        var gateway = Assert.Single(network.Build().RegionalNatGateways);
        Assert.Equal(RegionalNatMode.Automatic, gateway.Mode);
        Assert.Equal(["us-east-1b", "us-east-1c"], gateway.Zones.Select(zone => zone.Zone));
        Assert.Equal(2, gateway.Zones.SelectMany(zone => zone.Addresses).Distinct().Count());
    }

    [Fact]
    [Trait("Rule", "R-3.14")]
    public void The_author_may_say_where_it_is_and_with_which_addresses()
    {
        vpc.Subnet("hosts", "10.0.1.0/24", "c").Instance("host");
        var first = region.ElasticIp("first", "203.0.113.1");
        vpc.RegionalNatGateway("nat").Zone("b", first).Zone("us-east-1a", region.ElasticIp("a")).Zone("b", region.ElasticIp("second", "203.0.113.2"));

        var topology = network.Build();
        var gateway = Assert.Single(topology.RegionalNatGateways);
        Assert.Equal(RegionalNatMode.Manual, gateway.Mode);
        Assert.Equal(["us-east-1a", "us-east-1b"], gateway.Zones.Select(zone => zone.Zone));
        Assert.Equal([Ipv4Address.Parse("203.0.113.1"), Ipv4Address.Parse("203.0.113.2")], gateway.Zones[1].Addresses);
        Assert.All(topology.ElasticAddresses, address => Assert.Equal(gateway.Id, address.Holder));
        References.AssertClosed(topology);
    }

    [Fact]
    [Trait("Rule", "R-3.14")]
    public void Its_table_comes_with_a_route_to_the_internet_gateway_which_a_written_one_replaces()
    {
        var internet = vpc.InternetGateway("igw");
        var nat = vpc.RegionalNatGateway("nat");
        Assert.Equal((IpPrefix.AllIpv4, internet.Id), RouteOfTable());

        var hub = region.TransitGateway("tgw");
        nat.RouteTable.Route("0.0.0.0/0", hub);
        Assert.Equal((IpPrefix.AllIpv4, hub.Id), RouteOfTable());

        (IpPrefix, ElementId) RouteOfTable()
        {
            var table = network.Build().RouteTables.Single(table => table.Name == "nat-routes");
            return (Assert.Single(table.Routes).Destination.Value, table.Routes[0].Target.Value);
        }
    }

    [Fact]
    public void An_elastic_address_is_given_once_and_of_the_same_region()
    {
        var elastic = region.ElasticIp("eip");
        vpc.RegionalNatGateway("nat").Zone("a", elastic).Zone("b", elastic).Zone("a", network.Region("eu-west-1").ElasticIp("far"));
        vpc.RegionalNatGateway("other").Zone("a", elastic);

        Assert.Equal(
            [
                "regional NAT gateway 'nat' has the elastic address 'eip' already; allocate another for zone us-east-1b",
                "elastic address 'eu-west-1/far' is of another region than 'nat' in us-east-1; allocate one there",
                "elastic address 'eip' is associated with 'nat' already; allocate another for 'other'",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void It_stands_in_zones_of_its_region_and_its_table_leads_to_no_nat_gateway()
    {
        var nat = vpc.RegionalNatGateway("nat").Zone("z9", region.ElasticIp("eip"));
        nat.RouteTable.Route("192.0.2.0/24", vpc.Subnet("s", "10.0.0.0/24", "a").NatGateway("zonal"));

        Assert.Equal(
            [
                "'z9' is not a zone of us-east-1; write a letter such as a, or us-east-1a",
                "route table 'nat-routes' routes what regional NAT gateway 'nat' sends, which NAT gateway 'zonal' cannot translate again; route it to an internet gateway, a transit gateway or an interface",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void The_rules_of_the_talk_do_not_know_it()
    {
        network.Profile(SemanticsProfile.Talk2018);
        vpc.RegionalNatGateway("nat");

        Assert.Equal(ProblemKind.NotInProfile, Assert.Single(network.Build().Problems).Kind);
    }

    [Fact]
    public void It_routes_no_subnet_of_its_own_vpc()
    {
        vpc.Subnet("s", "10.0.0.0/24", "a");
        vpc.MainRouteTable.Route("10.0.0.0/24", vpc.RegionalNatGateway("nat"));

        Assert.Equal(ProblemKind.TargetOfLocalRoute, Assert.Single(network.Build().Problems).Kind);
    }
}
