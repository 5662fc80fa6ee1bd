using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet gets two IPv6 prefixes.</summary>
[Topology]
public static partial class SecondIpv6Prefix
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8::/64");
        web.Ipv6Cidr("2001:db8:0:1::/64"); // ND1068 at `"2001:db8:0:1::/64"`: Subnet 'web' has the IPv6 prefix 2001:db8::/64 already; a subnet has one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SecondIpv6PrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8::/64");
    }
}
