using NetDsl.Model;

namespace NetDsl.Tests.Specification;

/// <summary>Rules of addressing, route tables, public addresses and filters that the builders themselves hold, in the specification's words.</summary>
public class AddressingRuleTests
{
    const string Any = "0.0.0.0/0";

    static VpcBuilder Vpc(NetworkBuilder network, string cidr = "10.0.0.0/16") => network.Region("us-east-1").Vpc("v", cidr);

    static IReadOnlyList<ProblemKind> Problems(Action<NetworkBuilder> define)
    {
        var network = new NetworkBuilder();
        define(network);
        return [.. network.Build().Problems.Select(problem => problem.Kind)];
    }

    static Topology Whole(Action<NetworkBuilder> define)
    {
        var network = new NetworkBuilder();
        define(network);
        var topology = network.Build();
        Assert.Equal("", string.Join('\n', topology.Problems.Select(problem => problem.Text)));
        return topology;
    }

    [Theory]
    [InlineData("10.0.0.0/15", false)]
    [InlineData("10.0.0.0/16", true)]
    [InlineData("10.0.0.0/28", true)]
    [InlineData("10.0.0.0/29", false)]
    [Trait("Rule", "R-1.1")]
    public void Blocks_of_a_vpc_are_16_to_28_primary_and_secondary_alike(string cidr, bool taken)
    {
        Assert.Equal(taken, Problems(network => Vpc(network, cidr)).Count == 0);
        Assert.Equal(taken, Problems(network => Vpc(network, "10.99.0.0/16").SecondaryCidr(cidr)).Count == 0);
    }

    [Fact]
    [Trait("Rule", "R-1.1")]
    public void A_block_with_host_bits_is_told_with_what_the_vendor_would_make_of_it()
    {
        var network = new NetworkBuilder();
        Vpc(network, "100.68.0.18/18");
        Assert.Equal("100.68.0.0/18", Assert.Single(network.Build().Problems).Replacement);
    }

    [Theory]
    [InlineData("10.0.0.0/28", 11)]
    [InlineData("10.0.0.0/24", 251)]
    [Trait("Rule", "R-1.8")]
    public void A_subnet_has_five_addresses_less_than_its_prefix(string cidr, int usable)
    {
        static void Hosts(SubnetBuilder subnet, int count)
        {
            for (var number = 0; number < count; number++)
            {
                subnet.Instance($"h{number}");
            }
        }

        Whole(network => Hosts(Vpc(network).Subnet("s", cidr, "a"), usable));
        Assert.Equal([ProblemKind.SubnetFull], Problems(network => Hosts(Vpc(network).Subnet("s", cidr, "a"), usable + 1)));
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.2")]
    [InlineData("10.0.0.3")]
    [InlineData("10.0.0.255")]
    [Trait("Rule", "R-1.8")]
    public void The_first_four_addresses_and_the_last_are_reserved(string address) =>
        Assert.Equal([ProblemKind.AddressReserved], Problems(network => Vpc(network).Subnet("s", "10.0.0.0/24", "a").Instance("h").PrivateIp(address)));

    [Theory]
    [InlineData("169.254.168.0/22", false)]
    [InlineData("169.254.169.0/24", false)]
    [InlineData("169.254.169.254/32", false)]
    [InlineData("169.254.0.0/16", true)]
    [Trait("Rule", "R-1.11")]
    public void No_route_leads_to_or_into_the_reserved_range_and_a_larger_block_is_accepted(string destination, bool taken) =>
        Assert.Equal(taken, Problems(network => { var vpc = Vpc(network); vpc.MainRouteTable.Route(destination, vpc.InternetGateway("igw")); }).Count == 0);

    [Fact]
    [Trait("Rule", "R-1.12")]
    public void A_table_has_one_static_route_a_destination() =>
        Assert.Equal([ProblemKind.RouteTwice], Problems(network =>
        {
            var vpc = Vpc(network);
            var gateway = vpc.InternetGateway("igw");
            vpc.MainRouteTable.Route(Any, gateway).Route(Any, vpc.Subnet("s", "10.0.0.0/24", "a").NatGateway("nat"));
        }));

    [Fact]
    [Trait("Rule", "F-1.4 main table")]
    public void A_subnet_has_its_own_table_or_the_main_one_and_a_table_may_serve_several()
    {
        var topology = Whole(network =>
        {
            var vpc = Vpc(network);
            var shared = vpc.RouteTable("shared");
            vpc.Subnet("a", "10.0.0.0/24", "a").Associate(shared);
            vpc.Subnet("b", "10.0.1.0/24", "b").Associate(shared);
            vpc.Subnet("c", "10.0.2.0/24", "c");
        });
        Assert.Equal(["shared", "shared", "main"], topology.Subnets.Select(subnet => subnet.RouteTable.Name));
        Assert.Empty(topology.RouteTables[0].Routes);
    }

    [Fact]
    [Trait("Rule", "R-2.9")]
    public void An_elastic_address_has_one_holder_of_its_region_and_a_private_address_one_of_them()
    {
        Assert.Equal([ProblemKind.ElasticAddressHeld], Problems(network =>
        {
            var subnet = Vpc(network).Subnet("s", "10.0.0.0/24", "a");
            var address = network.Region("us-east-1").ElasticIp("e");
            subnet.Instance("a").ElasticIp(address);
            subnet.Instance("b").ElasticIp(address);
        }));
        Assert.Equal([ProblemKind.OtherRegion], Problems(network =>
            Vpc(network).Subnet("s", "10.0.0.0/24", "a").Instance("a").ElasticIp(network.Region("eu-west-1").ElasticIp("e"))));
        Assert.Equal([ProblemKind.SecondAddress], Problems(network => Vpc(network).Subnet("s", "10.0.0.0/24", "a").Instance("a")
            .ElasticIp(network.Region("us-east-1").ElasticIp("e"))
            .ElasticIp(network.Region("us-east-1").ElasticIp("f"))));
    }

    [Fact]
    [Trait("Rule", "R-3.3")]
    public void A_private_nat_gateway_has_no_elastic_address() =>
        Assert.Equal([ProblemKind.PrivateHasPublicAddress], Problems(network =>
            Vpc(network).Subnet("s", "10.0.0.0/24", "a").NatGateway("nat").Private().ElasticIp(network.Region("us-east-1").ElasticIp("e"))));

    [Fact]
    [Trait("Rule", "F-1.3 interfaces")]
    public void An_interface_has_at_most_five_groups_and_the_default_one_when_none_is_named()
    {
        Assert.Equal(["default"], Whole(network => Vpc(network).Subnet("s", "10.0.0.0/24", "a").Instance("h")).NetworkInterfaces[0].SecurityGroups.Select(group => group.Name));
        Assert.Equal([ProblemKind.QuotaExceeded], Problems(network =>
        {
            var vpc = Vpc(network);
            var host = vpc.Subnet("s", "10.0.0.0/24", "a").Instance("h", vpc.SecurityGroup("g0"));
            for (var number = 1; number <= 5; number++)
            {
                host.SecurityGroup(vpc.SecurityGroup($"g{number}"));
            }
        }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(32766, true)]
    [InlineData(32767, false)]
    [Trait("Rule", "R-4.16")]
    public void Entries_of_an_acl_are_numbered_1_to_32766(int number, bool taken) =>
        Assert.Equal(taken, Problems(network => Vpc(network).NetworkAcl("n").AllowInbound(number, Traffic.AllTraffic, Any)).Count == 0);

    [Fact]
    [Trait("Rule", "R-4.17")]
    public void A_subnet_has_one_acl_and_an_acl_may_serve_many_subnets()
    {
        Assert.Equal([ProblemKind.AssociatedAlready], Problems(network =>
        {
            var vpc = Vpc(network);
            vpc.Subnet("s", "10.0.0.0/24", "a").Associate(vpc.NetworkAcl("m")).Associate(vpc.NetworkAcl("n"));
        }));
        Assert.Equal(["n", "n", "default"], Whole(network =>
        {
            var vpc = Vpc(network);
            var acl = vpc.NetworkAcl("n");
            vpc.Subnet("a", "10.0.0.0/24", "a").Associate(acl);
            vpc.Subnet("b", "10.0.1.0/24", "a").Associate(acl);
            vpc.Subnet("c", "10.0.2.0/24", "a");
        }).Subnets.Select(subnet => subnet.NetworkAcl.Name));
    }

    [Fact]
    [Trait("Rule", "I-1 validity")]
    public void A_pair_of_vpcs_has_one_peering_and_a_vpc_none_with_itself()
    {
        Assert.Equal([ProblemKind.PeeredAlready], Problems(network =>
        {
            var (a, b) = (Vpc(network), network.Region("us-east-1").Vpc("w", "10.1.0.0/16"));
            network.Peer("ab", a, b);
            network.Peer("ba", b, a);
        }));
        Assert.Equal([ProblemKind.PeeredWithItself], Problems(network => { var vpc = Vpc(network); network.Peer("self", vpc, vpc); }));
    }

    [Fact]
    [Trait("Rule", "F-1.7 quotas")]
    public void Quotas_are_data_that_a_network_can_set_and_not_constants()
    {
        Assert.Equal((500, 50), (QuotaProfile.Current.StaticRoutesPerRouteTable, QuotaProfile.Talk2018.StaticRoutesPerRouteTable));
        Assert.Equal((8, 1), (QuotaProfile.Current.AddressesPerNatGateway, QuotaProfile.Talk2018.AddressesPerNatGateway));
        Assert.Equal((6, 3), (QuotaProfile.Current.TransitGatewaysPerDirectConnectGateway, QuotaProfile.Talk2018.TransitGatewaysPerDirectConnectGateway));
        Assert.Equal(60, Whole(network => network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { SubnetsPerVpc = 60 } })).Profile.Quotas.SubnetsPerVpc);
    }
}
