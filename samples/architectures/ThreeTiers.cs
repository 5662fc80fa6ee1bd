using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Web, application and database in three zones. Source: "Web application hosting in the AWS Cloud", AWS Whitepapers.</summary>
[Topology]
public static partial class ThreeTiers
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("eu-central-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var app = vpc.SecurityGroup("app").Ingress(Tcp(8080), from: web);
        var data = vpc.SecurityGroup("data").Ingress(Tcp(5432), from: app);
        foreach (var (index, zone) in new[] { "a", "b", "c" }.Index())
        {
            var edge = vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"web-{zone}").Route(AnyIpv4, igw);
            edge.Instance($"web-{zone}", web).PublicIp();
            vpc.Subnet($"app-{zone}", $"10.0.{10 + index}.0/24", zone).Instance($"app-{zone}", app);
            vpc.Subnet($"data-{zone}", $"10.0.{20 + index}.0/24", zone).Instance($"data-{zone}", data);
        }

        IntentEnds servers = [vpc.Instance("web-a"), vpc.Instance("web-b"), vpc.Instance("web-c")];
        IntentEnds stores = [vpc.Instance("data-a"), vpc.Instance("data-b"), vpc.Instance("data-c")];
        network.Expect(Internet).CanReach(servers, Tcp(443));
        network.Expect([vpc.Instance("app-a"), vpc.Instance("app-b"), vpc.Instance("app-c")]).CanReach(stores, Tcp(5432));
        network.Expect(servers).CannotReach(stores);
    }
}
