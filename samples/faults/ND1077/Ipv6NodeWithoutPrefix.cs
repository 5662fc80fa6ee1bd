using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A dual-stack load balancer has a node in a subnet of IPv4.</summary>
[Topology]
public static partial class Ipv6NodeWithoutPrefix
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.NetworkLoadBalancer("front").Internal().IpAddressType(IpAddressType.Dualstack).Subnet(web); // ND1077 at `web`: Load balancer 'front' is dual-stack, and subnet 'web' has no IPv6 prefix for its node; give it one with Ipv6Cidr().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class Ipv6NodeWithoutPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        vpc.NetworkLoadBalancer("front").Internal().IpAddressType(IpAddressType.Dualstack).Subnet(web);
    }
}
