using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An IPv4 prefix stands in a list of IPv6.</summary>
[Topology]
public static partial class ListOfIpv6First
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("offices", 5).Entry("2001:db8::/48").Entry("198.51.100.0/24"); // ND1061 at `"198.51.100.0/24"`: 198.51.100.0/24 is of another family than 2001:db8::/48; a prefix list holds IPv4 or IPv6 prefixes, not both, declare a list of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListOfIpv6FirstRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("offices", 5).Entry("2001:db8::/48");
    }
}
