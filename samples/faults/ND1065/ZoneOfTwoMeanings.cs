using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A name means two zones.</summary>
[Topology]
public static partial class ZoneOfTwoMeanings
{
    static void Define(NetworkBuilder network)
    {
        var shop = network.Account("shop", "111111111111").Zone("us-east-1a", "use1-az2");
        shop.Zone("us-east-1a", "use1-az3"); // ND1065 at `"us-east-1a"`: us-east-1a means use1-az2 in account 'shop' already; a name means one zone.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ZoneOfTwoMeaningsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var shop = network.Account("shop", "111111111111").Zone("us-east-1a", "use1-az2");
    }
}
