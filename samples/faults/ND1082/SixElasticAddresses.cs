using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A region gets a sixth elastic address.</summary>
[Topology]
public static partial class SixElasticAddresses
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var number in Enumerable.Range(0, 6))
        {
            region.ElasticIp($"eip-{number}"); // ND1082 at `$"eip-{number}"`: Region 'us-east-1' has 6 elastic addresses, and the vendor gives 5 without being asked; ask for more, and say so by netdsl_quota_elastic_addresses_per_region = 6 in the .editorconfig.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SixElasticAddressesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        foreach (var number in Enumerable.Range(0, 5))
        {
            region.ElasticIp($"eip-{number}");
        }
    }
}
