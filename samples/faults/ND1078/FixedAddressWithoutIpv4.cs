using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance gets a fixed IPv4 address in a subnet of IPv6 only.</summary>
[Topology]
public static partial class FixedAddressWithoutIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.Ipv6OnlySubnet("six", "a").Instance("host").PrivateIp("10.0.0.10"); // ND1078 at `"10.0.0.10"`: Subnet 'six' has no IPv4 addresses; give an address of 2001:db8::/64 with Ipv6Address(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class FixedAddressWithoutIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.Ipv6OnlySubnet("six", "a").Instance("host").Ipv6Address("2001:db8::10");
    }
}
