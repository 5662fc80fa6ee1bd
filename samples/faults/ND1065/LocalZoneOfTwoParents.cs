using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A Local Zone hangs on two zones.</summary>
[Topology]
public static partial class LocalZoneOfTwoParents
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        region.LocalZone("us-east-1-bos-1a", "use1-az5"); // ND1065 at `"use1-az5"`: us-east-1-bos-1a hangs on use1-az4 already; a Local Zone has one parent zone.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class LocalZoneOfTwoParentsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
    }
}
