using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two elastic addresses of one region are one.</summary>
[Topology]
public static partial class ElasticAddressTwice
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.ElasticIp("one", "198.51.100.10");
        region.ElasticIp("two", "198.51.100.10"); // ND1058 at `"198.51.100.10"`: 198.51.100.10 is the elastic address 'one' already; a public address exists once.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        region.ElasticIp("one", "198.51.100.10");
        region.ElasticIp("two", "198.51.100.11");
    }
}
