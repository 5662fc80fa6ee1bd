using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>One public subnet with web servers. Source: "VPC with a single public subnet", Amazon VPC User Guide.</summary>
[Topology]
public static partial class PublicSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("web", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("web").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var server = web.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
        network.Expect(Internet).CanReach(server, Tcp(443));
        network.Expect(Internet).CannotReach(server, Tcp(22));
        network.Expect(server).CanReach(Internet, Tcp(443));
    }
}
