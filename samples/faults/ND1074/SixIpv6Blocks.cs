using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A VPC gets a sixth IPv6 block.</summary>
[Topology]
public static partial class SixIpv6Blocks
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56").Ipv6Cidr("2001:db8:0:100::/56").Ipv6Cidr("2001:db8:0:200::/56").Ipv6Cidr("2001:db8:0:300::/56").Ipv6Cidr("2001:db8:0:400::/56");
        vpc.Ipv6Cidr("2001:db8:0:500::/56"); // ND1074 at `"2001:db8:0:500::/56"`: VPC 'shop' has 5 IPv6 blocks already, the vendor's quota; use another VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SixIpv6BlocksRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56").Ipv6Cidr("2001:db8:0:100::/56").Ipv6Cidr("2001:db8:0:200::/56").Ipv6Cidr("2001:db8:0:300::/56").Ipv6Cidr("2001:db8:0:400::/56");
    }
}
