using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The IPv6 block of a VPC is one of IPv4.</summary>
[Topology]
public static partial class Ipv6BlockOfIpv4
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("10.1.0.0/16"); // ND1051 at `"10.1.0.0/16"`: 10.1.0.0/16 is an IPv4 prefix, and here an IPv6 prefix is meant; write one such as 2001:db8::/56.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class Ipv6BlockOfIpv4Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.1.0.0/16");
    }
}
