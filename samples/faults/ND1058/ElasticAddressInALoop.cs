using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Every turn of a loop gives the same address.</summary>
[Topology]
public static partial class ElasticAddressInALoop
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var zone in new[] { "a", "b" })
        {
            region.ElasticIp($"nat-{zone}", "198.51.100.10"); // ND1058 at `"198.51.100.10"`: 198.51.100.10 is the elastic address 'nat-a' already; a public address exists once.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var zone in new[] { "a", "b" })
        {
            region.ElasticIp($"nat-{zone}");
        }
    }
}
