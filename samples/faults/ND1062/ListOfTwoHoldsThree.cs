using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A list of two entries gets a third.</summary>
[Topology]
public static partial class ListOfTwoHoldsThree
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("offices", 2).Entry("198.51.100.0/24").Entry("203.0.113.0/24").Entry("192.0.2.0/24"); // ND1062 at `"192.0.2.0/24"`: Prefix list 'offices' takes 2 entries; declare it with a larger maximum, which then weighs more in tables and groups.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListOfTwoHoldsThreeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("offices", 3).Entry("198.51.100.0/24").Entry("203.0.113.0/24").Entry("192.0.2.0/24");
    }
}
