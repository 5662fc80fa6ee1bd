using NetDsl;
using static NetDsl.Traffic;

/// <summary>A web shop: web hosts that the internet reaches, databases that reach it and stay hidden, over two zones.</summary>
[Topology]
public static partial class Shop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");

        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var database = vpc.SecurityGroup("db").Ingress(Tcp(5432), from: web);

        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route("0.0.0.0/0", internet);
            var nat = edge.NatGateway($"nat-{zone}");

            var data = vpc.Subnet($"data-{zone}", $"10.0.{10 + index}.0/24", zone).NeedsInternet();
            data.RouteTable($"data-{zone}").Route("0.0.0.0/0", nat);

            edge.Instance($"web-{zone}", web).PublicIp();
            data.Instance($"db-{zone}", database);
        }

        network.Expect(vpc.Instance("web-a")).CanReach(vpc.Instance("db-b"), Tcp(5432));
        network.Expect(Internet).CannotReach([vpc.Instance("db-a"), vpc.Instance("db-b")]);
    }
}
