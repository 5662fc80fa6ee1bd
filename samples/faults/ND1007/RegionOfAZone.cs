using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A region is named by a zone.</summary>
[Topology]
public static partial class RegionOfAZone
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1a"); // ND1007 at `"us-east-1a"`: 'us-east-1a' is not a region name; write one such as us-east-1.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RegionOfAZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1");
    }
}
