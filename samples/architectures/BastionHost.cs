using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A bastion for administrators before private hosts. Source: "Linux Bastion Hosts on AWS", AWS Solutions.</summary>
[Topology]
public static partial class BastionHost
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var outer = vpc.SecurityGroup("bastion").Ingress(Tcp(22), from: "198.51.100.0/24");
        var inner = vpc.SecurityGroup("inner").Ingress(Tcp(22), from: outer);
        var bastion = edge.Instance("bastion", outer).PublicIp();
        var host = vpc.Subnet("inside", "10.0.1.0/24", "a").Instance("host", inner);
        network.Expect("198.51.100.0/24").CanReach(bastion, Tcp(22));
        network.Expect(bastion).CanReach(host, Tcp(22));
        network.Expect(Internet).CannotReach(host);
    }
}
