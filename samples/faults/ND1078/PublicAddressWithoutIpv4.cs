using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance gets a public IPv4 address in a subnet of IPv6 only.</summary>
[Topology]
public static partial class PublicAddressWithoutIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56").InternetGateway("igw");
        vpc.Ipv6OnlySubnet("six", "a").Instance("host").PublicIp(); // ND1078 at `PublicIp()`: Subnet 'six' of interface 'host' has no IPv4 addresses, and only these have public ones beside them; its IPv6 address is public as it is.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PublicAddressWithoutIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56").InternetGateway("igw");
        vpc.Ipv6OnlySubnet("six", "a").Instance("host");
    }
}
