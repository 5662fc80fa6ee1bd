using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet gets its IPv6 prefix where its IPv4 one belongs.</summary>
[Topology]
public static partial class SubnetOfIpv6
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.Subnet("web", "2001:db8::/64", "a"); // ND1051 at `"2001:db8::/64"`: 2001:db8::/64 is an IPv6 prefix, and here an IPv4 prefix is meant; write one such as 10.0.0.0/16.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SubnetOfIpv6Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8::/64");
    }
}
