using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class GatewayTests
{
    [Fact]
    public void An_internet_gateway_of_no_vpc_is_to_be_attached()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var internet = region.InternetGateway("igw");
            region.Vpc("shop", "10.0.0.0/16").MainRouteTable.Route("0.0.0.0/0", internet);
        }));

        Assert.Equal(RouteToUnattachedGateway.Rule, finding.Rule);
        Assert.Equal("The main route table of VPC 'shop' sends 0.0.0.0/0 to internet gateway 'igw', which is attached to no VPC; attach it to VPC 'shop' with AttachTo.", finding.Message);
        Assert.Equal("internet gateway 'igw'", Assert.Single(finding.Related).Text);
        Assert.Equal("us-east-1/igw", finding.FixArgument(FixArguments.Target));
    }

    [Theory]
    [InlineData("internet", "The main route table of VPC 'shop' sends 0.0.0.0/0 to internet gateway 'igw', which is attached to VPC 'other'; declare one for VPC 'shop' with InternetGateway.")]
    [InlineData("nat", "The main route table of VPC 'shop' sends 0.0.0.0/0 to NAT gateway 'nat', which is in VPC 'other'; route to a NAT gateway of VPC 'shop'.")]
    [InlineData("transit", "The main route table of VPC 'shop' sends 0.0.0.0/0 to transit gateway 'tgw', which VPC 'shop' is not attached to; attach a subnet of it with Attach.")]
    [InlineData("peering", "The main route table of VPC 'shop' sends 0.0.0.0/0 to peering connection 'other-third', which joins VPC 'other' and VPC 'third'; route to a peering of VPC 'shop'.")]
    public void A_gateway_of_others_is_no_target(string kind, string message) =>
        Assert.Equal([$"ND2005: {message}"], Checked.Messages(network =>
        {
            var region = network.Region("us-east-1");
            var (shop, other) = (region.Vpc("shop", "10.0.0.0/16"), region.Vpc("other", "10.1.0.0/16"));
            var internet = other.InternetGateway("igw");
            var edge = other.Subnet("edge", "10.1.0.0/24", "a");
            edge.RouteTable("edge").Route("0.0.0.0/0", internet);
            shop.MainRouteTable.Route("0.0.0.0/0", kind switch
            {
                "internet" => internet,
                "nat" => edge.NatGateway("nat"),
                "transit" => region.TransitGateway("tgw"),
                _ => network.Peer("other-third", other, region.Vpc("third", "10.2.0.0/16")),
            });
        }));

    [Fact]
    public void Own_gateways_are_right_targets() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var shop = region.Vpc("shop", "10.0.0.0/16");
            var gateway = region.TransitGateway("tgw");
            gateway.Attach("shop", shop.Subnet("app", "10.0.0.0/24", "a"));
            shop.MainRouteTable.Route("0.0.0.0/0", region.InternetGateway("igw").AttachTo(shop)).Route("10.0.0.0/8", gateway);
        }));
}
