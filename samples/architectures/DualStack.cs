using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A dual-stack VPC with public IPv6 and egress-only IPv6. Source: "Example: dual-stack VPC", Amazon VPC User Guide.</summary>
[Topology]
public static partial class DualStack
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("six", "10.0.0.0/16").Ipv6Cidr("2001:db8:1::/56");
        var igw = vpc.InternetGateway("igw");
        var outward = vpc.EgressOnlyInternetGateway("out");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a").Ipv6Cidr();
        edge.RouteTable("edge").Route(AnyIpv4, igw).Route(AnyIpv6, igw);
        var nat = edge.NatGateway("nat");
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a").Ipv6Cidr();
        inside.RouteTable("inside").Route(AnyIpv4, nat).Route(AnyIpv6, outward);
        var web = edge.Instance("web", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(443), from: AnyIpv6)).PublicIp().Ipv6Address();
        var app = inside.Instance("app").Ipv6Address();
        network.Expect(Internet).CanReach(web, Tcp(443));
        network.Expect(app).CanReach(Internet, Tcp(443));
        network.Expect(Internet).CannotReach(app);
    }
}
