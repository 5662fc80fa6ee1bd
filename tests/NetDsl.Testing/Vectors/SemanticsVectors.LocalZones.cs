using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>R-2.10 and I section 2: Local Zones, their network border groups, and transit gateways.</content>
public abstract partial class SemanticsVectors
{
    const string Boston = "us-east-1-bos-1a";

    [Fact]
    [Trait("Rule", "R-2.10")]
    public void R_2_10_A_NAT_gateway_in_a_Local_Zone_sends_by_an_elastic_address_of_its_group()
    {
        var network = new NetworkBuilder("Local");
        var region = network.Region("us-east-1").LocalZone(Boston, "use1-az4");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", Boston);
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat").ElasticIp(region.ElasticIp("door", "203.0.113.9", "us-east-1-bos-1"));
        var home = vpc.Subnet("home", "10.0.1.0/24", Boston);
        home.RouteTable("home").Route(AnyIpv4, nat);

        var trace = AskInternet(network, home.Instance("host", Open(vpc)), Tcp(443));

        AssertReachable(trace);
        Assert.Equal("203.0.113.9", Last(trace.Forward).Source.ToString());
    }

    [Theory]
    [InlineData("d", true)]
    [InlineData("a", false)]
    [Trait("Rule", "I-2 local zones")]
    public void I_2_A_transit_gateway_serves_a_Local_Zone_by_its_parent_zone(string letter, bool isServed)
    {
        var network = new NetworkBuilder("Local");
        var region = network.Region("us-east-1").LocalZone(Boston, "use1-az4");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var client = shop.Subnet("local", "10.0.0.0/24", Boston).Instance("client", Open(shop));
        var entrance = shop.Subnet("entrance", "10.0.1.0/24", letter);
        var branch = region.Vpc("branch", "10.1.0.0/16");
        var far = branch.Subnet("far", "10.1.0.0/24", "d");
        var hub = region.TransitGateway("hub");
        hub.Attach("shop", entrance);
        hub.Attach("branch", far);
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        branch.MainRouteTable.Route("10.0.0.0/16", hub);

        var trace = Ask(network, client, far.Instance("server", Open(branch)), Tcp(443));

        if (isServed)
        {
            AssertReachable(trace);
        }
        else
        {
            AssertForwardBlocked("TgwRouteAzRestriction us-east-1/hub/shop", trace);
        }
    }
}
