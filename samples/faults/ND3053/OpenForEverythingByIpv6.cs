using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A host with an IPv6 address is open for everything.</summary>
[Topology]
public static partial class OpenForEverythingByIpv6
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.RouteTable("edge").Route("::/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(AllTraffic, from: AnyIpv6)).Ipv6Address(); // ND3053 at `AnyIpv6`: Security group 'web' lets everybody (::/0) to every port of network interface 'host', which has the public address 2001:db8::4; name the traffic that is for it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class OpenForEverythingByIpv6Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.RouteTable("edge").Route("::/0", vpc.InternetGateway("igw"));
        web.Instance("host", vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv6)).Ipv6Address();
    }
}
