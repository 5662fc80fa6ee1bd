using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>One subnet for tests, open to one office. Source: "Example: VPC for a test environment", Amazon VPC User Guide.</summary>
[Topology]
public static partial class TestVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("eu-west-1");
        var offices = region.PrefixList("offices", 4).Entry("198.51.100.0/24").Entry("203.0.113.0/24");
        var vpc = region.Vpc("test", "10.5.0.0/16");
        var subnet = vpc.Subnet("test", "10.5.0.0/24", "a");
        subnet.RouteTable("test").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var host = subnet.Instance("host", vpc.SecurityGroup("admin").Ingress(Tcp(22), from: offices)).PublicIp();
        network.Expect("198.51.100.0/24").CanReach(host, Tcp(22));
        network.Expect("192.0.2.0/24").CannotReach(host, Tcp(22));
    }
}
