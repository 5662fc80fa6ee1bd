using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A region is named by its city.</summary>
[Topology]
public static partial class RegionOfACity
{
    static void Define(NetworkBuilder network)
    {
        network.Region("frankfurt"); // ND1007 at `"frankfurt"`: 'frankfurt' is not a region name; write one such as us-east-1.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RegionOfACityRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("eu-central-1");
    }
}
