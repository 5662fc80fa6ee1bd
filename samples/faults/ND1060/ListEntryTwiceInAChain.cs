using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A chain of entries names one twice.</summary>
[Topology]
public static partial class ListEntryTwiceInAChain
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("offices", 5).Entry("198.51.100.0/24").Entry("198.51.100.0/24").Entry("203.0.113.0/24"); // ND1060 at `"198.51.100.0/24"`: Prefix list 'offices' has 198.51.100.0/24 already; an entry stands once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ListEntryTwiceInAChainRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("offices", 5).Entry("198.51.100.0/24").Entry("203.0.113.0/24");
    }
}
