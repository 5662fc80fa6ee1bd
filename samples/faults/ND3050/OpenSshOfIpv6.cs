using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>SSH is open to the whole internet by IPv6.</summary>
[Topology]
public static partial class OpenSshOfIpv6
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.RouteTable("edge").Route("::/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(22), from: AnyIpv6)).Ipv6Address(); // ND3050 at `AnyIpv6`: Security group 'web' lets everybody (::/0) to port 22 of network interface 'host', which has the public address 2001:db8::4; write the prefix of those who administer it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OpenSshOfIpv6Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.RouteTable("edge").Route("::/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(22), from: "2001:db8:9::/48")).Ipv6Address();
    }
}
