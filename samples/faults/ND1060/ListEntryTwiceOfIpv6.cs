using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two spellings of one IPv6 prefix are one entry.</summary>
[Topology]
public static partial class ListEntryTwiceOfIpv6
{
    static void Define(NetworkBuilder network)
    {
        var offices = network.Region("us-east-1").PrefixList("offices", 5).Entry("2001:db8::/48");
        offices.Entry("2001:db8:0::/48"); // ND1060 at `"2001:db8:0::/48"`: Prefix list 'offices' has 2001:db8::/48 already; an entry stands once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ListEntryTwiceOfIpv6Repaired
{
    static void Define(NetworkBuilder network)
    {
        var offices = network.Region("us-east-1").PrefixList("offices", 5).Entry("2001:db8::/48");
    }
}
