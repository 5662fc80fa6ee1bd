using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class RegionalNatTests
{
    [Fact]
    public void A_regional_nat_gateway_leads_out_without_any_public_subnet() =>
        Assert.Empty(Checked.Findings(network => Egress(network, hasInternet: true)));

    [Fact]
    public void Without_an_internet_gateway_it_leads_nowhere_and_that_is_told_once()
    {
        var finding = Assert.Single(Checked.Findings(network => Egress(network, hasInternet: false)));

        Assert.Equal(NatGatewayWithoutInternet.Rule, finding.Rule);
        Assert.Equal("Regional NAT gateway 'nat' cannot reach the internet: VPC 'shop' has no internet gateway; declare an internet gateway for VPC 'shop'.", finding.Message);
    }

    [Fact]
    public void A_table_that_leads_elsewhere_is_told() =>
        Assert.Equal(
            ["ND2004: Regional NAT gateway 'nat' cannot reach the internet: its route table 'nat-routes' does not lead to one; route 0.0.0.0/0 of its table to internet gateway 'igw'."],
            Checked.Messages(network => Egress(network, hasInternet: true).RouteTable.Blackhole("0.0.0.0/0")));

    [Fact]
    public void A_subnet_that_needs_the_internet_is_told_of_it() =>
        Assert.EndsWith("; route 0.0.0.0/0 to regional NAT gateway 'nat'.", Assert.Single(Checked.Messages(network =>
        {
            var nat = Egress(network, hasInternet: true);
            nat.Vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data");
        })), StringComparison.Ordinal);

    [Fact]
    public void That_of_another_vpc_is_no_target() =>
        Assert.Equal(
            ["ND2005: The main route table of VPC 'other' sends 0.0.0.0/0 to regional NAT gateway 'nat', which is of VPC 'shop'; route to a NAT gateway of VPC 'other'."],
            Checked.Messages(network =>
            {
                var nat = Egress(network, hasInternet: true);
                nat.Vpc.Region.Vpc("other", "10.1.0.0/16").MainRouteTable.Route("0.0.0.0/0", nat);
            }));

    static RegionalNatGatewayBuilder Egress(NetworkBuilder network, bool hasInternet)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        if (hasInternet)
        {
            vpc.InternetGateway("igw");
        }

        var nat = vpc.RegionalNatGateway("nat");
        var app = vpc.Subnet("app", "10.0.0.0/24", "a").NeedsInternet();
        app.RouteTable("app").Route("0.0.0.0/0", nat);
        app.Instance("host");
        return nat;
    }
}
