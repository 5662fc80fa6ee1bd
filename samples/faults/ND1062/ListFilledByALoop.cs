using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop has more turns than the list has entries.</summary>
[Topology]
public static partial class ListFilledByALoop
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var offices = region.PrefixList("offices", 3);
        for (var number = 0; number < 4; number++)
        {
            offices.Entry($"10.{number}.0.0/16"); // ND1062 at `$"10.{number}.0.0/16"`: Prefix list 'offices' takes 3 entries; declare it with a larger maximum, which then weighs more in tables and groups.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListFilledByALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var offices = region.PrefixList("offices", 4);
        for (var number = 0; number < 4; number++)
        {
            offices.Entry($"10.{number}.0.0/16");
        }
    }
}
