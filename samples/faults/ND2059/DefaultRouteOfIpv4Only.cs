using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A dual-stack subnet has a default route of IPv4.</summary>
[Topology]
public static partial class DefaultRouteOfIpv4Only
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var igw = vpc.InternetGateway("igw");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.RouteTable("web").Route("0.0.0.0/0", igw); // ND2059 at `"0.0.0.0/0"`: Route table 'web' of VPC 'shop' leads 0.0.0.0/0 to internet gateway 'igw', and no IPv6 there, though network interface 'host' has the address 2001:db8::4; add Route("::/0", …) beside it.
        web.Instance("host").Ipv6Address();
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DefaultRouteOfIpv4OnlyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var igw = vpc.InternetGateway("igw");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.RouteTable("web").Route("0.0.0.0/0", igw).Route("::/0", igw);
        web.Instance("host").Ipv6Address();
    }
}
