using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The first block of a VPC is of IPv6.</summary>
[Topology]
public static partial class VpcOfIpv6
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "2001:db8::/56"); // ND1051 at `"2001:db8::/56"`: 2001:db8::/56 is an IPv6 prefix, and here an IPv4 prefix is meant; write one such as 10.0.0.0/16.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class VpcOfIpv6Repaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
    }
}
