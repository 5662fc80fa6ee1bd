using NetDsl.Compiler.Lowering;

namespace NetDsl.Compiler.Tests.Lowering;

public class EffectiveRoutesTests
{
    [Fact]
    public void Of_one_prefix_the_route_that_wins_is_told_longest_prefixes_first()
    {
        var network = new NetworkBuilder("routes");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var gateway = vpc.InternetGateway("igw");
        var vpn = vpc.VpnGateway("vgw");
        vpn.VpnConnection("paris", network.Site("paris").Prefix("192.168.0.0/16").CustomerGateway("edge")).Advertise("192.168.0.0/16");
        var table = vpc.RouteTable("web").Route("0.0.0.0/0", gateway).Route("192.168.0.0/16", gateway).Propagate(vpn).Blackhole("172.16.0.0/12");
        vpc.Subnet("web", "10.0.0.0/24", "a").Associate(table);

        Assert.Equal(
            ["10.0.0.0/16 local", "192.168.0.0/16 to internet gateway 'igw'", "172.16.0.0/12 nowhere", "0.0.0.0/0 to internet gateway 'igw'"],
            new EffectiveRoutes(network.Build()).Of(table.Id).Select(route => route.ToString()));
    }
}
