using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class StructureTests
{
    [Fact]
    public void A_subnet_outside_every_block_is_told_the_next_free_prefix()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            vpc.Subnet("web", "10.0.0.0/24", "a");
            vpc.Subnet("app", "10.1.0.0/24", "a");
        }));

        Assert.Equal(SubnetOutsideVpc.Rule, finding.Rule);
        Assert.Equal("Subnet 'app' (10.1.0.0/24) does not lie inside a block of VPC 'shop' (10.0.0.0/16); the next free prefix of its size is 10.0.1.0/24.", finding.Message);
        Assert.Equal("10.0.1.0/24", finding.FixArgument(FixArguments.Replacement));
        Assert.Equal("a block of VPC 'shop'", Assert.Single(finding.Related).Text);
    }

    [Fact]
    public void A_subnet_outside_behind_a_gateway_table_is_told_and_has_no_route() =>
        Assert.Equal([SubnetOutsideVpc.Rule.Id, RepliesFindNoWay.Rule.Id], Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
            var table = edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw").Associate(vpc.RouteTable("arriving")));
            vpc.Subnet("web", "10.9.0.0/24", "a").Associate(table).Instance("server", vpc.SecurityGroup("server").Ingress(Traffic.Tcp(443), from: "0.0.0.0/0")).PublicIp();
            edge.Instance("client");
        }).Select(finding => finding.Rule.Id).Distinct());

    [Fact]
    public void Two_subnets_outside_are_told_different_prefixes() =>
        Assert.Equal(["10.0.0.0/24", "10.0.1.0/24"], Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            vpc.Subnet("web", "10.1.0.0/24", "a");
            vpc.Subnet("app", "10.1.0.0/24", "a");
        }).Select(finding => finding.FixArgument(FixArguments.Replacement)));

    [Fact]
    public void A_subnet_in_a_secondary_block_is_inside() =>
        Assert.Empty(Checked.Findings(network =>
            network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.0/20").Subnet("pods", "100.64.8.0/21", "a")));

    [Fact]
    public void A_subnet_wider_than_its_block_is_outside() =>
        Assert.Equal(
            ["ND1020: Subnet 'all' (10.0.0.0/16) does not lie inside a block of VPC 'shop' (10.0.0.0/24); the VPC has no free /16 left, choose a smaller prefix or add a block with SecondaryCidr."],
            Checked.Messages(network => network.Region("us-east-1").Vpc("shop", "10.0.0.0/24").Subnet("all", "10.0.0.0/16", "a")));

    [Fact]
    public void Nothing_is_outside_while_a_block_may_be_missing() =>
        Assert.Equal(["ND1001"], Checked.Findings(network =>
            network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.1/20").Subnet("pods", "100.64.8.0/21", "a"))
            .Select(finding => finding.Rule.Id));

    [Fact]
    public void The_later_of_two_overlapping_subnets_has_to_move()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            vpc.Subnet("web", "10.0.0.0/24", "a");
            vpc.Subnet("app", "10.0.0.128/25", "b");
        }));

        Assert.Equal(OverlappingSubnets.Rule, finding.Rule);
        Assert.Equal("Subnet 'app' (10.0.0.128/25) overlaps subnet 'web' (10.0.0.0/24) of VPC 'shop'; the next free prefix of its size is 10.0.1.0/25.", finding.Message);
        Assert.Equal("the prefix of subnet 'web'", Assert.Single(finding.Related).Text);
        Assert.Equal("10.0.1.0/25", finding.FixArgument(FixArguments.Replacement));
    }

    [Fact]
    public void Equal_prefixes_in_different_vpcs_do_not_overlap() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            region.Vpc("one", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a");
            region.Vpc("two", "10.0.0.0/16").Subnet("web", "10.0.0.0/24", "a");
        }));

    [Fact]
    public void Blocks_of_one_vpc_must_not_overlap()
    {
        var finding = Assert.Single(Checked.Findings(network =>
            network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecondaryCidr("10.0.128.0/17")));

        Assert.Equal(OverlappingVpcBlocks.Rule, finding.Rule);
        Assert.Equal("Block 10.0.128.0/17 of VPC 'shop' overlaps its block 10.0.0.0/16; the next free block of its size is 10.1.0.0/17.", finding.Message);
        Assert.Equal("the block 10.0.0.0/16 of the same VPC", Assert.Single(finding.Related).Text);
    }

    [Fact]
    public void Neighbouring_blocks_do_not_overlap() =>
        Assert.Empty(Checked.Findings(network =>
            network.Region("us-east-1").Vpc("shop", "10.2.0.0/17").SecondaryCidr("10.2.128.0/17")));
}
