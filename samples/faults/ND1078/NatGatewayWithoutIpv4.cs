using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT gateway is in a subnet of IPv6 only.</summary>
[Topology]
public static partial class NatGatewayWithoutIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.Ipv6OnlySubnet("six", "a").NatGateway("nat").Private(); // ND1078 at `"nat"`: Subnet 'six' has no IPv4 addresses, and NAT gateway 'nat' needs one; put it into another subnet.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NatGatewayWithoutIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        vpc.Subnet("four", "10.0.0.0/24", "a").NatGateway("nat").Private();
    }
}
