using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Network ACLs of a web and a data subnet, with entries for replies. Source: "Example: Control access to instances in a subnet", Amazon VPC User Guide.</summary>
[Topology]
public static partial class AclLayers
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        edge.Associate(vpc.NetworkAcl("edge")
            .AllowInbound(100, Tcp(443), AnyIpv4)
            .AllowInbound(110, TcpRange(1024, 65535), AnyIpv4)
            .AllowOutbound(100, TcpRange(1024, 65535), AnyIpv4));
        data.Associate(vpc.NetworkAcl("data")
            .AllowInbound(100, Tcp(5432), "10.0.0.0/24")
            .AllowOutbound(100, TcpRange(1024, 65535), "10.0.0.0/24"));
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var server = edge.Instance("server", web).PublicIp();
        var store = data.Instance("store", vpc.SecurityGroup("store").Ingress(Tcp(5432), from: web));
        network.Expect(Internet).CanReach(server, Tcp(443));
        network.Expect(server).CanReach(store, Tcp(5432));
    }
}
