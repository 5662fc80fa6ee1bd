using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An IPv6 address lies outside the prefix of its subnet.</summary>
[Topology]
public static partial class Ipv6AddressElsewhere
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8::/64");
        web.Instance("host").Ipv6Address("2001:db8:0:1::10"); // ND1055 at `"2001:db8:0:1::10"`: 2001:db8:0:1::10 is not in subnet 'web' (2001:db8::/64); choose an address inside.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class Ipv6AddressElsewhereRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8::/64");
        web.Instance("host").Ipv6Address("2001:db8::10");
    }
}
