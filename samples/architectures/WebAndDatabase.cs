using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A web tier open to the world and a database behind it. Source: "Example: VPC for web and database servers", Amazon VPC User Guide.</summary>
[Topology]
public static partial class WebAndDatabase
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, igw);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var database = vpc.SecurityGroup("database").Ingress(Tcp(5432), from: web);
        var server = edge.Instance("server", web).PublicIp();
        var store = data.Instance("store", database);
        network.Expect(Internet).CanReach(server, Tcp(443));
        network.Expect(server).CanReach(store, Tcp(5432));
        network.Expect(Internet).CannotReach(store);
    }
}
