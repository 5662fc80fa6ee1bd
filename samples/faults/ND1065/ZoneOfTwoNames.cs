using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A zone has two names in one account.</summary>
[Topology]
public static partial class ZoneOfTwoNames
{
    static void Define(NetworkBuilder network)
    {
        var shop = network.Account("shop", "111111111111");
        shop.Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az2"); // ND1065 at `"use1-az2"`: use1-az2 is us-east-1a in account 'shop' already; a zone has one name in an account.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ZoneOfTwoNamesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var shop = network.Account("shop", "111111111111");
        shop.Zone("us-east-1a", "use1-az2");
    }
}
