using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An IPv6 prefix stands in a list of IPv4.</summary>
[Topology]
public static partial class ListOfBothFamilies
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var offices = region.PrefixList("offices", 5).Entry("198.51.100.0/24");
        offices.Entry("2001:db8::/48"); // ND1061 at `"2001:db8::/48"`: 2001:db8::/48 is of another family than 198.51.100.0/24; a prefix list holds IPv4 or IPv6 prefixes, not both, declare a list of its own.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListOfBothFamiliesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var offices = region.PrefixList("offices", 5).Entry("198.51.100.0/24");
        region.PrefixList("offices-6", 5).Entry("2001:db8::/48");
    }
}
