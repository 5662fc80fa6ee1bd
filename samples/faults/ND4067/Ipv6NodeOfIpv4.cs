using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A node of a load balancer of IPv4 gets an IPv6 address.</summary>
[Topology]
public static partial class Ipv6NodeOfIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        vpc.NetworkLoadBalancer("front").Internal().Subnet(web, ipv6Address: "2001:db8::10"); // ND4067 at `"2001:db8::10"`: Load balancer 'front' is of type Ipv4, and its nodes have no IPv6 addresses; call IpAddressType(IpAddressType.Dualstack).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class Ipv6NodeOfIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        vpc.NetworkLoadBalancer("front").IpAddressType(IpAddressType.Dualstack).Internal().Subnet(web, ipv6Address: "2001:db8::10");
    }
}
