using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>Local Zones, and the network border groups of elastic addresses.</summary>
public class LocalZoneTests
{
    const string Boston = "us-east-1-bos-1a";

    [Theory]
    [InlineData("us-east-1-bos-1a", "us-east-1", "us-east-1-bos-1", "use1-bos1-az1")]
    [InlineData("us-west-2-lax-1b", "us-west-2", "us-west-2-lax-1", "usw2-lax1-az2")]
    [InlineData("ap-southeast-1-bkk-1a", "ap-southeast-1", "ap-southeast-1-bkk-1", "apse1-bkk1-az1")]
    public void The_name_of_a_Local_Zone_tells_its_region_group_and_identifier(string name, string region, string group, string id)
    {
        var zone = new LocalZone(name, "", Origin.None);

        Assert.Equal((region, group, id), (zone.Region, zone.NetworkBorderGroup, zone.ZoneId));
        Assert.Equal(id, AvailabilityZones.IdOf(name, []));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("us-east-1a")]
    [InlineData("us-east-1-bos-1")]
    [InlineData("us-east-1-boston-1a")]
    [InlineData("us-east-bos-1a")]
    public void Other_names_are_of_no_Local_Zone(string? name) => Assert.False(LocalZone.IsName(name));

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void Subnets_may_be_in_a_Local_Zone_and_addresses_of_its_group()
    {
        var topology = Takes(scene =>
        {
            scene.Virginia.LocalZone(Boston, "use1-az4").LocalZone(Boston, "use1-az4");
            var subnet = scene.Shop.Subnet("local", "10.0.2.0/24", Boston);
            subnet.Instance("host").ElasticIp(scene.Virginia.ElasticIp("door", networkBorderGroup: "us-east-1-bos-1"));
            scene.Edge.Instance("other").ElasticIp(scene.Virginia.ElasticIp("gate", networkBorderGroup: "us-east-1"));
        });

        Assert.Equal([(Boston, "use1-az4")], topology.Regions[0].LocalZones.Select(zone => (zone.Name, zone.Parent)));
        Assert.Equal(Boston, topology.Subnets.Single(subnet => subnet.Name == "local").Zone.Value);
        Assert.Equal(["us-east-1-bos-1", null], topology.ElasticAddresses.Select(address => address.NetworkBorderGroup));
    }

    [Fact]
    public void A_Local_Zone_is_of_its_region() => Refuses(scene => scene.Virginia.LocalZone("us-west-2-lax-1a", "use1-az1"), ProblemKind.InvalidZone, "'us-west-2-lax-1a' is not the name of a Local Zone of us-east-1; write one such as us-east-1-bos-1a");

    [Fact]
    public void A_Local_Zone_hangs_on_a_zone_of_its_region() => Refuses(scene => scene.Virginia.LocalZone(Boston, "usw2-az1"), ProblemKind.InvalidZone, "'usw2-az1' is not the identifier of a zone of us-east-1; write one such as use1-az1");

    [Fact]
    public void A_Local_Zone_has_one_parent() => Refuses(scene => scene.Virginia.LocalZone(Boston, "use1-az1").LocalZone(Boston, "use1-az2"), ProblemKind.ZoneMeaning, "us-east-1-bos-1a hangs on use1-az1 already; a Local Zone has one parent zone", other: _ => Here());

    [Fact]
    public void A_Local_Zone_is_declared_before_its_subnets() => Refuses(scene => scene.Shop.Subnet("local", "10.0.2.0/24", Boston), ProblemKind.InvalidZone, "Local Zone us-east-1-bos-1a is not known in us-east-1; declare it before, with LocalZone(…) of the region");

    [Fact]
    public void Its_name_means_the_same_in_every_account() => Refuses(scene => scene.Partner.Zone(Boston, "use1-az2"), ProblemKind.ZoneMeaning, "us-east-1-bos-1a is a Local Zone, whose name means the same in every account; leave the call out");

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void An_address_of_the_region_is_not_for_a_NAT_gateway_of_a_Local_Zone() => Refuses(scene => Local(scene).NatGateway("nat").ElasticIp(scene.Virginia.ElasticIp("door")), ProblemKind.OtherBorderGroup, "elastic address 'door' is announced from network border group us-east-1, and 'nat' is in us-east-1-bos-1a, of group us-east-1-bos-1; allocate one there, with networkBorderGroup: \"us-east-1-bos-1\"", other: _ => Here());

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void An_address_of_a_Local_Zone_is_not_for_a_NAT_gateway_of_the_region() => Refuses(scene => scene.Edge.NatGateway("nat").ElasticIp(Door(scene)), ProblemKind.OtherBorderGroup, "elastic address 'door' is announced from network border group us-east-1-bos-1, and 'nat' is in us-east-1a, of group us-east-1; allocate one there, with networkBorderGroup: \"us-east-1\"", other: scene => scene.Virginia.ElasticIps[0].Origin);

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void Secondary_addresses_are_of_the_group_too() => Refuses(scene => scene.Edge.NatGateway("nat").Address(Door(scene)), ProblemKind.OtherBorderGroup, "elastic address 'door' is announced from network border group us-east-1-bos-1, and 'nat' is in us-east-1a, of group us-east-1; allocate one there, with networkBorderGroup: \"us-east-1\"", other: scene => scene.Virginia.ElasticIps[0].Origin);

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void A_border_group_is_of_a_zone_that_is_known() => Refuses(scene => scene.Virginia.ElasticIp("door", networkBorderGroup: "us-east-1-bos-1"), ProblemKind.InvalidZone, "'us-east-1-bos-1' is no network border group of us-east-1; write us-east-1, or that of a Local Zone that LocalZone(…) declared before");

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void A_regional_NAT_gateway_is_of_the_group_of_the_region() => Refuses(scene => scene.Shop.RegionalNatGateway("nat").Zone("a", Door(scene)), ProblemKind.OtherBorderGroup, "elastic address 'door' is announced from network border group us-east-1-bos-1, and regional NAT gateway 'nat' is in us-east-1a, of group us-east-1; allocate one there", other: scene => scene.Virginia.ElasticIps[0].Origin);

    [Fact]
    public void A_regional_NAT_gateway_is_in_no_Local_Zone() => Refuses(scene => { Local(scene); scene.Shop.RegionalNatGateway("nat").Zone(Boston, scene.Virginia.ElasticIp("door", networkBorderGroup: "us-east-1-bos-1")); }, ProblemKind.Conflict, "us-east-1-bos-1a is a Local Zone, in which a regional NAT gateway is not; name a zone of the region, or put a NAT gateway into a subnet", other: scene => scene.Virginia.LocalZones[0].Origin);

    [Fact]
    [Trait("Rule", "I-2 local zones")]
    public void An_attachment_has_no_first_subnet_in_a_Local_Zone() => Refuses(scene => scene.Hub.Attach("shop", Local(scene)), ProblemKind.Conflict, "subnet 'local' is in Local Zone us-east-1-bos-1a, and an attachment has no subnets there; use one of the parent zone, use1-az4, by which the Local Zone is served", other: scene => scene.Shop.DeclaredSubnets[^1].Origin);

    [Fact]
    [Trait("Rule", "I-2 local zones")]
    public void An_attachment_has_no_further_subnet_in_a_Local_Zone() => Refuses(scene => scene.Hub.Attach("shop", scene.Edge).Subnet(Local(scene)), ProblemKind.Conflict, "subnet 'local' is in Local Zone us-east-1-bos-1a, and an attachment has no subnets there; use one of the parent zone, use1-az4, by which the Local Zone is served", other: scene => scene.Shop.DeclaredSubnets[^1].Origin);

    static SubnetBuilder Local(Scene scene)
    {
        scene.Virginia.LocalZone(Boston, "use1-az4");
        return scene.Shop.Subnet("local", "10.0.2.0/24", Boston);
    }

    static ElasticIpBuilder Door(Scene scene) => scene.Virginia.LocalZone(Boston, "use1-az4").ElasticIp("door", networkBorderGroup: "us-east-1-bos-1");
}
