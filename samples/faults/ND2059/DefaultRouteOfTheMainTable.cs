using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The main table of a dual-stack VPC has a default route of IPv4.</summary>
[Topology]
public static partial class DefaultRouteOfTheMainTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.MainRouteTable.Route(AnyIpv4, vpc.InternetGateway("igw")); // ND2059 at `AnyIpv4`: The main route table of VPC 'shop' leads 0.0.0.0/0 to internet gateway 'igw', and no IPv6 there, though network interface 'host' has the address 2001:db8::4; add Route("::/0", …) beside it.
        vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr().Instance("host").Ipv6Address();
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class DefaultRouteOfTheMainTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var igw = vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route(AnyIpv4, igw).Route(AnyIpv6, igw);
        vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr().Instance("host").Ipv6Address();
    }
}
