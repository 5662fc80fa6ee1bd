using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A NAT instance for private subnets. Source: "NAT instances", Amazon VPC User Guide.</summary>
[Topology]
public static partial class NatInstance
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var nat = edge.Instance("nat", vpc.SecurityGroup("nat").Ingress(Tcp(443), from: "10.0.0.0/16")).TranslatesSources().SourceDestinationCheck(false).PublicIp();
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        inside.RouteTable("inside").Route(AnyIpv4, nat);
        var host = inside.Instance("host");
        network.Expect(host).CanReach(Internet, Tcp(443)).OnlyThrough(nat);
        network.Expect(Internet).CannotReach(host);
    }
}
