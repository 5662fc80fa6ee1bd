using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An elastic address is a private one.</summary>
[Topology]
public static partial class ElasticAddressOfTen
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat", "10.0.0.10"); // ND1057 at `"10.0.0.10"`: 10.0.0.10 lies in 10.0.0.0/8, which the internet does not carry; an elastic address is public.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressOfTenRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat", "198.51.100.10");
    }
}
