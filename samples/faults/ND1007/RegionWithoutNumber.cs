using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A region has no number.</summary>
[Topology]
public static partial class RegionWithoutNumber
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east"); // ND1007 at `"us-east"`: 'us-east' is not a region name; write one such as us-east-1.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RegionWithoutNumberRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1");
    }
}
