using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Spokes share the NAT gateways of an egress VPC. Source: "Example: Centralized outbound routing to the internet", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class TransitGatewayEgress
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var egress = region.Vpc("egress", "10.100.0.0/16");
        var front = egress.Subnet("front", "10.100.0.0/24", "a");
        front.RouteTable("front").Route(AnyIpv4, egress.InternetGateway("igw")).Route("10.1.0.0/16", hub);
        var landing = egress.Subnet("landing", "10.100.1.0/28", "a");
        landing.RouteTable("landing").Route(AnyIpv4, front.NatGateway("nat"));
        var wayOut = hub.Attach("egress", landing);
        var spoke = region.Vpc("spoke", "10.1.0.0/16");
        var hosts = spoke.Subnet("hosts", "10.1.0.0/24", "a").NeedsInternet();
        spoke.MainRouteTable.Route(AnyIpv4, hub);
        var attachment = hub.Attach("spoke", hosts);
        hub.RouteTable("spokes").Associate(attachment).Route(AnyIpv4, wayOut);
        hub.RouteTable("egress").Associate(wayOut).Propagate(attachment);
        var host = hosts.Instance("host");
        network.Expect(host).CanReach(Internet, Tcp(443)).OnlyThrough(wayOut);
        network.Expect(Internet).CannotReach(host);
    }
}
