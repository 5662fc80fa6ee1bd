using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two regions have one elastic address.</summary>
[Topology]
public static partial class ElasticAddressOfTwoRegions
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("east", "198.51.100.10");
        network.Region("us-west-2").ElasticIp("west", "198.51.100.10"); // ND1058 at `"198.51.100.10"`: 198.51.100.10 is the elastic address 'east' already; a public address exists once.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressOfTwoRegionsRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("east", "198.51.100.10");
        network.Region("us-west-2").ElasticIp("west");
    }
}
