using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A subnet of IPv6 only, which reaches IPv4 by DNS64 and NAT64. Source: "DNS64 and NAT64", Amazon VPC User Guide.</summary>
[Topology]
public static partial class Ipv6Only
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("six", "10.0.0.0/16").Ipv6Cidr("2001:db8:1::/56");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, igw);
        var nat = edge.NatGateway("nat");
        var outward = vpc.EgressOnlyInternetGateway("out");
        var six = vpc.Ipv6OnlySubnet("six", "a").Dns64();
        six.RouteTable("six").Route(AnyIpv6, outward).Route("64:ff9b::/96", nat);
        var host = six.Instance("host");
        network.Expect(host).CanReach(Internet, Tcp(443));
        network.Expect(Internet).CannotReach(host);
    }
}
