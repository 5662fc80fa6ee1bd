using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>What the vendor refuses when blocks are added, and what is withheld in subnets.</summary>
public class BlockRuleTests
{
    [Theory]
    [Trait("Rule", "R-1.4")]
    [InlineData("10.0.0.0/16", "172.16.0.0/16", "the vendor adds no block of 172.16.0.0/12 to a VPC that has 10.0.0.0/16; choose one of the range of 10.0.0.0/16, or of 100.64.0.0/10")]
    [InlineData("10.0.0.0/16", "192.168.0.0/24", "the vendor adds no block of 192.168.0.0/16 to a VPC that has 10.0.0.0/16; choose one of the range of 10.0.0.0/16, or of 100.64.0.0/10")]
    [InlineData("10.0.0.0/16", "198.19.0.0/24", "the vendor adds no block of 198.19.0.0/16 to a VPC that has 10.0.0.0/16; choose one of the range of 10.0.0.0/16, or of 100.64.0.0/10")]
    [InlineData("10.1.0.0/16", "10.0.8.0/24", "the vendor adds no block of 10.0.0.0/16 to a VPC that has 10.1.0.0/16; choose one of the range of 10.1.0.0/16, or of 100.64.0.0/10")]
    [InlineData("172.16.0.0/16", "10.0.0.0/16", "the vendor adds no block of 10.0.0.0/8 to a VPC that has 172.16.0.0/16; choose one of the range of 172.16.0.0/16, or of 100.64.0.0/10")]
    [InlineData("172.16.0.0/16", "172.31.0.0/24", "the vendor adds no block of 172.31.0.0/16 to a VPC that has 172.16.0.0/16; choose one of the range of 172.16.0.0/16, or of 100.64.0.0/10")]
    [InlineData("192.168.0.0/16", "172.16.0.0/16", "the vendor adds no block of 172.16.0.0/12 to a VPC that has 192.168.0.0/16; choose one of the range of 192.168.0.0/16, or of 100.64.0.0/10")]
    [InlineData("198.19.0.0/16", "10.0.0.0/16", "the vendor adds no block of 10.0.0.0/8 to a VPC that has 198.19.0.0/16; choose one of the range of 198.19.0.0/16, or of 100.64.0.0/10")]
    [InlineData("100.64.0.0/16", "10.0.0.0/16", "the vendor adds no block of 10.0.0.0/8 to a VPC that has 100.64.0.0/16; choose one of the range of 100.64.0.0/16, or of 100.64.0.0/10")]
    [InlineData("203.0.0.0/16", "198.19.0.0/24", "the vendor adds no block of 198.19.0.0/16 to a VPC that has 203.0.0.0/16; choose one of the range of 203.0.0.0/16, or of 100.64.0.0/10")]
    [InlineData("10.0.0.0/16", "169.254.0.0/24", "169.254.0.0/24 lies in 169.254.0.0/16, which is link-local; choose another block")]
    public void A_block_of_another_family_is_refused(string primary, string added, string text) => Assert.Equal([text], Adding(primary, added));

    [Theory]
    [Trait("Rule", "R-1.4")]
    [InlineData("10.0.0.0/16", "10.3.0.0/16")]
    [InlineData("10.0.0.0/16", "100.64.0.0/16")]
    [InlineData("10.0.0.0/16", "203.0.0.0/16")]
    [InlineData("10.4.0.0/16", "10.0.8.0/24")]
    [InlineData("172.16.0.0/16", "172.17.0.0/16")]
    [InlineData("100.64.0.0/16", "203.0.0.0/16")]
    public void A_block_of_its_own_family_or_a_public_one_is_taken(string primary, string added) => Assert.Empty(Adding(primary, added));

    [Theory]
    [Trait("Rule", "R-1.5")]
    [InlineData("10.7.0.0/24", false)]
    [InlineData("10.7.0.0/20", false)]
    [InlineData("10.7.0.0/25", true)]
    public void A_block_as_large_as_a_route_is_refused(string added, bool taken)
    {
        var scene = new Scene();
        scene.Shop.MainRouteTable.Route("10.7.0.0/24", scene.Gateway);
        scene.Shop.SecondaryCidr(added);
        Assert.Equal(
            taken ? [] : ["route table 'main' routes 10.7.0.0/24, and a block that is as large or larger cannot be added; add a smaller one, or take the route away"],
            scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "R-1.6")]
    public void Who_has_asked_for_a_peering_adds_nothing_until_it_is_accepted()
    {
        var scene = new Scene();
        var peering = scene.Network.Peer("pcx", scene.Shop, scene.Shared);
        scene.Shop.SecondaryCidr("10.8.0.0/16");
        scene.Shared.SecondaryCidr("10.9.0.0/16");
        peering.AcceptedBy(scene.Partner);
        scene.Shop.SecondaryCidr("10.10.0.0/16");
        var topology = scene.Network.Build();
        Assert.Equal(
            ["VPC 'shop' has requested peering connection 'pcx', and until that is accepted no block can be added; accept it before"],
            topology.Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "R-1.2")]
    public void A_vpc_has_five_blocks()
    {
        var scene = new Scene();
        for (var block = 3; block < 8; block++)
        {
            scene.Shop.SecondaryCidr($"10.{block}.0.0/16");
        }

        Assert.Equal(["VPC 'shop' has 5 blocks already, the vendor's quota; use another VPC"], scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "F-1.2 reservations")]
    [Trait("Rule", "R-1.8")]
    public void What_is_reserved_is_given_to_nobody_who_does_not_ask()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Edge.Reserve("10.0.0.4/30").Reserve("10.0.0.8/31", CidrReservationKind.Prefix);
            scene.Edge.Instance("any");
            scene.Edge.Instance("asks").PrivateIp("10.0.0.6");
        });
        Assert.Equal(["10.0.0.10", "10.0.0.6"], topology.NetworkInterfaces.Select(each => each.PrivateAddress.ToString()));
        Assert.Equal(2, topology.Subnets[0].Reservations.Count);
    }

    [Fact]
    [Trait("Rule", "F-1.2 reservations")]
    public void A_reservation_lies_inside_its_subnet() =>
        Scene.Refuses(scene => scene.Edge.Reserve("10.0.1.0/28"), ProblemKind.ReservationOutsideSubnet, "10.0.1.0/28 does not lie in subnet 'edge' (10.0.0.0/24); reserve addresses of the subnet");

    [Fact]
    [Trait("Rule", "F-1.2 reservations")]
    public void Reservations_do_not_overlap()
    {
        var scene = new Scene();
        scene.Edge.Reserve("10.0.0.32/28").Reserve("10.0.0.40/29");
        Assert.Equal(["10.0.0.40/29 overlaps 10.0.0.32/28, which is reserved in subnet 'edge' already"], scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void A_subnet_that_is_all_reserved_has_no_room()
    {
        var scene = new Scene();
        scene.Data.Reserve("10.0.1.0/28").Instance("none");
        Assert.Equal(
            ["every address of subnet 'data' (10.0.1.0/28) that is not reserved is taken, and 'none' gets none; reserve less"],
            scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "F-1.1 BYOIP")]
    public void Elastic_addresses_are_drawn_from_a_range_that_was_brought_along()
    {
        var topology = Scene.Takes(scene =>
        {
            var pool = scene.Virginia.ByoipPool("198.51.101.0/24", advertised: false);
            pool.ElasticIp("first", "198.51.101.0");
            pool.ElasticIp("next");
            scene.Virginia.ElasticIp("other");
        });
        Assert.Equal(["198.51.101.0 False", "198.51.101.1 False", "203.0.113.1 True"], topology.ElasticAddresses.Select(each => $"{each.Address} {each.IsAdvertised}"));
    }

    [Theory]
    [Trait("Rule", "F-1.1 BYOIP")]
    [InlineData("198.51.101.0/25", "198.51.101.0/25 is too small to be brought along; the vendor takes a /24 or larger")]
    [InlineData("10.0.0.0/16", "10.0.0.0/16 is not public; bring along a range that the internet carries")]
    [InlineData("198.51.100.0/23", "198.51.100.0/23 overlaps 198.51.100.0/24, which was brought along already; a range is in one region")]
    public void A_range_is_public_large_enough_and_in_one_region(string cidr, string text)
    {
        var scene = new Scene();
        scene.Oregon.ByoipPool("198.51.100.0/24");
        scene.Virginia.ByoipPool(cidr).ElasticIp("none");
        var topology = scene.Network.Build();
        Assert.Equal([text], topology.Problems.Select(problem => problem.Text));
        Assert.Empty(topology.ElasticAddresses);
    }

    static IEnumerable<string> Adding(string primary, string added)
    {
        var network = new NetworkBuilder();
        network.Region("us-east-1").Vpc("more", primary).SecondaryCidr(added);
        return network.Build().Problems.Select(problem => problem.Text);
    }
}
