using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A site has the autonomous system 0.</summary>
[Topology]
public static partial class SystemOfZero
{
    static void Define(NetworkBuilder network)
    {
        network.Site("paris", 0); // ND1015 at `0`: 0 is not the number of an autonomous system; it is 1 to 4294967294.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SystemOfZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Site("paris", 65001);
    }
}
