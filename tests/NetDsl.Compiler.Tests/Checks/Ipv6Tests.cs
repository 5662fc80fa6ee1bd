using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class Ipv6Tests
{
    [Theory]
    [InlineData("internet")]
    [InlineData("egress-only")]
    [InlineData("nat64")]
    public void A_subnet_without_ipv4_has_a_way_to_the_internet_by_ipv6_or_nat64(string way) =>
        Assert.Empty(Checked.Findings(network => WithoutIpv4(network, way)));

    [Fact]
    public void A_subnet_without_ipv4_and_without_a_way_out_is_told()
    {
        var finding = Assert.Single(Checked.Findings(network => WithoutIpv4(network, way: "")));

        Assert.Equal(PrivateSubnetWithoutNatRoute.Rule, finding.Rule);
        Assert.Equal(
            "Subnet 'six' needs the internet, but route table 'six' of VPC 'shop' has no route there; route ::/0 to an internet gateway or an egress-only internet gateway of VPC 'shop', or 64:ff9b::/96 to a NAT gateway.",
            finding.Message);
    }

    [Fact]
    public void An_ipv6_route_is_no_way_out_for_a_nat_gateway() =>
        Assert.StartsWith("ND2004", Assert.Single(Checked.Messages(network =>
        {
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").AmazonIpv6Cidr();
            var edge = vpc.Subnet("edge", "10.0.0.0/24", "a").AssignIpv6();
            edge.RouteTable("edge").Route("::/0", vpc.InternetGateway("igw"));
            edge.NatGateway("nat");
        })), StringComparison.Ordinal);

    [Fact]
    public void An_egress_only_gateway_of_another_vpc_is_no_target() =>
        Assert.Equal(
            ["ND2005: The main route table of VPC 'shop' sends ::/0 to egress-only internet gateway 'eigw', which is of VPC 'other'; declare one for VPC 'shop' with EgressOnlyInternetGateway."],
            Checked.Messages(network =>
            {
                var region = network.Region("us-east-1");
                var other = region.Vpc("other", "10.1.0.0/16").AmazonIpv6Cidr();
                region.Vpc("shop", "10.0.0.0/16").AmazonIpv6Cidr().MainRouteTable.Route("::/0", other.EgressOnlyInternetGateway("eigw"));
            }));

    static void WithoutIpv4(NetworkBuilder network, string way)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").AmazonIpv6Cidr();
        var internet = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var nat = edge.NatGateway("nat");
        var six = vpc.Ipv6OnlySubnet("six", "a").NeedsInternet();
        var table = six.RouteTable("six");
        six.Instance("app");
        switch (way)
        {
            case "internet": table.Route("::/0", internet); break;
            case "egress-only": table.Route("::/0", vpc.EgressOnlyInternetGateway("eigw")); break;
            case "nat64": table.Route("64:ff9b::/96", nat); break;
        }
    }
}
