using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class PrefixProblemTests
{
    [Fact]
    public void Vpc_with_host_bits_is_left_out_with_all_inside()
    {
        var topology = Refuses(scene => scene.Virginia.Vpc("new", "10.9.0.1/16").Subnet("edge", "10.9.0.0/24", "a").Instance("web"), ProblemKind.InvalidPrefix, "'10.9.0.1/16' has host bits set; the prefix is 10.9.0.0/16", replacement: "10.9.0.0/16");
        Assert.DoesNotContain(topology.Vpcs, vpc => vpc.Name == "new");
        Assert.Empty(topology.Instances);
    }

    [Fact]
    public void Address_alone_is_proposed_as_a_prefix_of_one_address() =>
        Refuses(scene => scene.Web.Ingress(Traffic.Tcp(22), from: "198.51.100.7"), ProblemKind.InvalidPrefix, "'198.51.100.7' has no prefix length; write 198.51.100.7/32 for this one address", replacement: "198.51.100.7/32");

    [Fact]
    public void Nothing_is_proposed_where_nothing_is_near() =>
        Refuses(scene => scene.Shop.RouteTable("t").Route("everywhere", scene.Gateway), ProblemKind.InvalidPrefix, "'everywhere' is not an IPv4 prefix; write one such as 10.0.0.0/16");

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8 has 16777216 addresses; the vendor takes a VPC block from /28 (16 addresses) to /16 (65536)", "10.0.0.0/16")]
    [InlineData("10.9.0.16/30", "10.9.0.16/30 has 4 addresses; the vendor takes a VPC block from /28 (16 addresses) to /16 (65536)", "10.9.0.16/28")]
    public void Block_has_a_length_that_the_vendor_takes(string cidr, string text, string replacement) =>
        Refuses(scene => scene.Virginia.Vpc("new", cidr), ProblemKind.PrefixLength, text, replacement);

    [Fact]
    public void Secondary_block_is_left_out_by_itself()
    {
        var topology = Refuses(scene => scene.Shop.SecondaryCidr("100.64.0.0/10"), ProblemKind.PrefixLength, "100.64.0.0/10 has 4194304 addresses; the vendor takes a VPC block from /28 (16 addresses) to /16 (65536)", replacement: "100.64.0.0/16");
        Assert.Equal(["10.0.0.0/16"], topology.Vpcs[0].Blocks.Select(block => block.ToString()));
    }

    [Fact]
    public void Subnet_has_a_length_that_the_vendor_takes() =>
        Refuses(scene => scene.Shop.Subnet("wide", "10.0.0.0/15", "a"), ProblemKind.PrefixLength, "10.0.0.0/15 has 131072 addresses; the vendor takes a subnet from /28 (16 addresses) to /16 (65536)", replacement: "10.0.0.0/16");

    [Fact]
    public void Every_rule_reads_its_prefix_and_is_left_out()
    {
        const string Text = "'10.0.0.1/8' has host bits set; the prefix is 10.0.0.0/8";
        const string Replacement = "10.0.0.0/8";
        Refuses(scene => scene.Web.Ingress(Traffic.Icmp, from: "10.0.0.1/8"), ProblemKind.InvalidPrefix, Text, Replacement);
        Refuses(scene => scene.Web.Egress(Traffic.Icmp, to: "10.0.0.1/8"), ProblemKind.InvalidPrefix, Text, Replacement);
        Refuses(scene => scene.Shop.NetworkAcl("acl").AllowInbound(100, Traffic.Icmp, from: "10.0.0.1/8"), ProblemKind.InvalidPrefix, Text, Replacement);
        Refuses(scene => scene.Shop.NetworkAcl("acl").DenyOutbound(100, Traffic.Icmp, to: "10.0.0.1/8"), ProblemKind.InvalidPrefix, Text, Replacement);
        Refuses(scene => scene.Shop.MainRouteTable.Route("10.0.0.1/8", scene.Hub), ProblemKind.InvalidPrefix, Text, Replacement);
        var topology = Refuses(scene => scene.Hub.RouteTable("spokes").Blackhole("10.0.0.1/8"), ProblemKind.InvalidPrefix, Text, Replacement);

        Assert.All(topology.RouteTables, table => Assert.Empty(table.Routes));
        Assert.Empty(topology.TransitGateways[0].RouteTables[0].Routes);
        Assert.Empty(topology.SecurityGroups.Single(group => group.Name == "web").Ingress);
    }

    [Fact]
    public void Range_that_the_vendor_keeps_has_no_route() =>
        Refuses(scene => scene.Shop.MainRouteTable.Route("169.254.169.0/24", scene.Gateway), ProblemKind.RouteToReserved, "169.254.169.0/24 lies in 169.254.168.0/22, which the vendor keeps for its own services; no route can lead there");
}
