using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two VPCs have one IPv6 block.</summary>
[Topology]
public static partial class Ipv6BlockOfTwoVpcs
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        region.Vpc("tools", "10.1.0.0/16").Ipv6Cidr("2001:db8::/56"); // ND1080 at `"2001:db8::/56"`: 2001:db8::/56 overlaps 2001:db8::/56, which a VPC has already; IPv6 addresses exist once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class Ipv6BlockOfTwoVpcsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        region.Vpc("tools", "10.1.0.0/16");
    }
}
