using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An office stands in a list twice.</summary>
[Topology]
public static partial class ListEntryTwice
{
    static void Define(NetworkBuilder network)
    {
        var offices = network.Region("us-east-1").PrefixList("offices", 5);
        offices.Entry("198.51.100.0/24");
        offices.Entry("198.51.100.0/24"); // ND1060 at `"198.51.100.0/24"`: Prefix list 'offices' has 198.51.100.0/24 already; an entry stands once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ListEntryTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var offices = network.Region("us-east-1").PrefixList("offices", 5);
        offices.Entry("198.51.100.0/24");
    }
}
