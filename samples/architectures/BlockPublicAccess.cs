using NetDsl;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A region that blocks the internet, but for one subnet. Source: "Block public access to VPCs and subnets", Amazon VPC User Guide.</summary>
[Topology]
public static partial class BlockPublicAccess
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").BlockPublicAccess(BlockPublicAccessMode.Bidirectional);
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a").ExcludeFromPublicAccessBlock(PublicAccessExclusion.AllowBidirectional);
        edge.RouteTable("edge").Route(AnyIpv4, igw);
        var server = edge.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a").Instance("host");
        network.Expect(Internet).CanReach(server, Tcp(443));
        network.Expect(inside).CannotReach(Internet);
    }
}
