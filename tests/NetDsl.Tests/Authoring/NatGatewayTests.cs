using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

public class NatGatewayTests
{
    readonly NetworkBuilder network = new();
    readonly RegionBuilder region;
    readonly SubnetBuilder subnet;

    public NatGatewayTests()
    {
        region = network.Region("us-east-1");
        subnet = region.Vpc("v", "10.0.0.0/16").Subnet("s", "10.0.0.0/24", "a");
    }

    [Fact]
    [Trait("Rule", "R-3.6")]
    public void Secondary_addresses_are_of_its_subnet_each_with_a_public_one_of_its_own()
    {
        var elastic = region.ElasticIp("second", "203.0.113.9");
        subnet.NatGateway("nat").Address(elastic, "10.0.0.100").Address();

        var topology = network.Build();

        var gateway = Assert.Single(topology.NatGateways);
        Assert.Equal("10.0.0.4", gateway.PrivateAddress.ToString());
        Assert.Equal(["10.0.0.100", "10.0.0.5"], gateway.SecondaryAddresses.Select(each => each.PrivateAddress.ToString()));
        Assert.Equal(Ipv4Address.Parse("203.0.113.9"), gateway.SecondaryAddresses[0].PublicAddress);
        Assert.NotNull(gateway.SecondaryAddresses[1].PublicAddress);
        Assert.NotEqual(gateway.PublicAddress, gateway.SecondaryAddresses[1].PublicAddress);
        Assert.Equal(gateway.Id, Assert.Single(topology.ElasticAddresses).Holder);
        Assert.True(topology.IsWhole);
    }

    [Fact]
    [Trait("Rule", "R-3.3")]
    public void Secondary_addresses_of_a_private_gateway_are_private()
    {
        subnet.NatGateway("nat").Address().Private();

        Assert.Null(Assert.Single(Assert.Single(network.Build().NatGateways).SecondaryAddresses).PublicAddress);
    }

    [Fact]
    [Trait("Rule", "R-3.6")]
    public void It_has_at_most_eight_addresses()
    {
        var nat = subnet.NatGateway("nat");
        for (var added = 0; added < 8; added++)
        {
            nat.Address();
        }

        var problem = Assert.Single(network.Build().Problems);
        Assert.Equal(ProblemKind.NotInProfile, problem.Kind);
        Assert.Equal(
            "NAT gateway 'nat' with 9 addresses is more than AddressesPerNatGateway allows, 8 in the profile Current of this network; leave the last out, or raise AddressesPerNatGateway",
            problem.Text);
    }

    [Fact]
    public void The_rules_of_the_talk_know_one_address_and_no_private_gateways()
    {
        network.Profile(SemanticsProfile.Talk2018);
        subnet.NatGateway("one").Private();
        subnet.NatGateway("two").Address();

        Assert.Equal(
            ["private NAT gateway 'one' is", "NAT gateway 'two' with"],
            network.Build().Problems.Select(problem => string.Join(' ', problem.Text.Split(' ')[..(problem.Text[0] == 'p' ? 5 : 4)])));
    }

    [Fact]
    public void An_elastic_address_is_given_once()
    {
        var elastic = region.ElasticIp("eip");
        subnet.NatGateway("nat").ElasticIp(elastic).Address(elastic);

        Assert.Equal(
            "NAT gateway 'nat' has the elastic address 'eip' already; allocate another for its next address", Assert.Single(network.Build().Problems).Text);
    }

    [Fact]
    [Trait("Rule", "R-3.3")]
    public void A_private_gateway_takes_no_elastic_address_and_a_gateway_with_one_is_not_private()
    {
        subnet.NatGateway("one").Private().Address(region.ElasticIp("a"));
        subnet.NatGateway("two").Address(region.ElasticIp("b")).Private();

        Assert.Equal(
            [
                "NAT gateway 'one' is private; a private NAT gateway has no elastic address",
                "NAT gateway 'two' has the elastic address 'b'; a private NAT gateway has none",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }
}
