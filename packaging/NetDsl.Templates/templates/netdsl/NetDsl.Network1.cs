using NetDsl;
using static NetDsl.Traffic;

[Topology]
public static partial class NetDsl_Network1
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("main", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");

        var front = vpc.Subnet("front", "10.0.0.0/24", "a");
        front.RouteTable("front").Route(AnyIpv4, internet);
        var nat = front.NatGateway("nat");

        var back = vpc.Subnet("back", "10.0.1.0/24", "a").NeedsInternet();
        back.RouteTable("back").Route(AnyIpv4, nat);

        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var app = vpc.SecurityGroup("app").Ingress(Tcp(8080), from: web);

        front.Instance("web", web).PublicIp();
        back.Instance("app", app);
    }
}
