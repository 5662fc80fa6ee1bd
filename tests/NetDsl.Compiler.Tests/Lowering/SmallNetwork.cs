using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>A network with one of everything that a path can pass within one VPC.</summary>
static class SmallNetwork
{
    public static Topology Build()
    {
        var network = new NetworkBuilder("Small");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Traffic.Tcp(443), from: Traffic.AnyIpv4);
        var database = vpc.SecurityGroup("db").Ingress(Traffic.Tcp(5432), from: web);

        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var nat = edge.NatGateway("nat");
        edge.Instance("web", web).PublicIp();

        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        data.RouteTable("data").Route("0.0.0.0/0", nat);
        data.Instance("db", database);
        return network.Build();
    }
}
