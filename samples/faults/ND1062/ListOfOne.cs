using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A list of one entry gets two.</summary>
[Topology]
public static partial class ListOfOne
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("office", 1).Entry("198.51.100.0/25").Entry("198.51.100.128/25"); // ND1062 at `"198.51.100.128/25"`: Prefix list 'office' takes one entry; declare it with a larger maximum, which then weighs more in tables and groups.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListOfOneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.PrefixList("office", 1).Entry("198.51.100.0/24");
    }
}
