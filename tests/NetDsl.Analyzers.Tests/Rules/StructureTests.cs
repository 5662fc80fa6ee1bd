namespace NetDsl.Analyzers.Tests.Rules;

public class StructureTests
{
    [Fact]
    public void A_subnet_outside_its_vpc_is_underlined_at_its_prefix() => Squiggles.One(
        "ND1020",
        "Subnet 'app' (10.1.0.0/24) does not lie inside a block of VPC 'shop' (10.0.0.0/16 and 100.64.0.0/20); the next free prefix of its size is 10.0.0.0/24.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", {0|"10.0.0.0/16"|}).SecondaryCidr({1|"100.64.0.0/20"|});
        vpc.Subnet("app", [|"10.1.0.0/24"|], "a");
        """);

    [Fact]
    public void Of_two_overlapping_subnets_the_later_is_underlined() => Squiggles.One(
        "ND1021",
        "Subnet 'app' (10.0.0.128/25) overlaps subnet 'web' (10.0.0.0/24) of VPC 'shop'; the next free prefix of its size is 10.0.1.0/25.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", {0|"10.0.0.0/24"|}, "a");
        vpc.Subnet("app", cidr: [|"10.0.0.128/25"|], zone: "b");
        """);

    [Fact]
    public void Of_two_overlapping_blocks_the_later_is_underlined() => Squiggles.One(
        "ND1022",
        "Block 10.0.128.0/17 of VPC 'shop' overlaps its block 10.0.0.0/16; the next free block of its size is 10.1.0.0/17.",
        """
        network.Region("us-east-1").Vpc("shop", {0|"10.0.0.0/16"|}).SecondaryCidr([|"10.0.128.0/17"|]);
        """);

    [Fact]
    public void A_computed_prefix_is_underlined_where_it_is_computed() => Squiggles.One(
        "ND1021",
        "Subnet 'web-1' (10.0.0.0/24) overlaps subnet 'web-0' (10.0.0.0/24) of VPC 'shop'; the next free prefix of its size is 10.0.1.0/24.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        for (var i = 0; i < 2; i++)
        {
            vpc.Subnet($"web-{i}", [|{0|$"10.0.{i * 0}.0/24"|}|], "a");
        }
        """);

    [Fact]
    public void Subnets_side_by_side_are_not_underlined() => Squiggles.None(
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/25", "a");
        vpc.Subnet("app", "10.0.0.128/25", "a");
        """);
}
