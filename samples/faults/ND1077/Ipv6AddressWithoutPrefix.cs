using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance gets an IPv6 address in a subnet of IPv4.</summary>
[Topology]
public static partial class Ipv6AddressWithoutPrefix
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").Ipv6Address(); // ND1077 at `Ipv6Address()`: Subnet 'web' of interface 'host' has no IPv6 prefix; give it one before, with Ipv6Cidr().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class Ipv6AddressWithoutPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr();
        web.Instance("host").Ipv6Address();
    }
}
