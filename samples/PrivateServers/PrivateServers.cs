using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// Servers in private subnets of two zones behind a load balancer, with a NAT gateway in each zone: the worked example
/// "VPC with servers in private subnets and NAT" of the Amazon VPC User Guide.
/// </summary>
[Topology]
public static partial class PrivateServers
{
    const int ServersPerZone = 2;
    const int ListenerPort = 8080;

    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-2");
        region.Vpc("production", "10.0.0.0/16", configure: vpc =>
        {
            var internet = vpc.InternetGateway("igw");
            var publicRoutes = vpc.RouteTable("public", table => table.Route(AnyIpv4, internet));

            var balancer = vpc.SecurityGroup("load-balancer").Ingress(Tcp(443), from: AnyIpv4);
            var server = vpc.SecurityGroup("server").Ingress(Tcp(ListenerPort), from: balancer);
            balancer.Egress(Tcp(ListenerPort), to: server);

            var zones = new (string Letter, string Public, string Private)[]
            {
                ("a", "10.0.0.0/20", "10.0.128.0/20"),
                ("b", "10.0.16.0/20", "10.0.144.0/20"),
            };
            foreach (var (letter, publicBlock, privateBlock) in zones)
            {
                var front = vpc.Subnet($"public-{letter}", publicBlock, letter).Associate(publicRoutes);
                var nat = front.NatGateway($"nat-{letter}").ElasticIp(region.ElasticIp($"nat-{letter}"));

                // A load balancer's node is an interface of its own; the construct around it comes later.
                front.Interface($"load-balancer-{letter}", balancer).PublicIp();

                var back = vpc.Subnet($"private-{letter}", privateBlock, letter).NeedsInternet();
                back.RouteTable($"private-{letter}").Route(AnyIpv4, nat);
                AddServers(back, letter, server);
            }
        });
    }

    static void AddServers(SubnetBuilder subnet, string zone, SecurityGroupBuilder group, int count = ServersPerZone)
    {
        for (var number = 1; number <= count; number++)
        {
            subnet.Instance($"server-{zone}{number}", group);
        }
    }
}
