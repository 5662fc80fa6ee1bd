using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An elastic address is one of the shared space of carriers.</summary>
[Topology]
public static partial class ElasticAddressOfCarriers
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat", "100.64.0.10"); // ND1057 at `"100.64.0.10"`: 100.64.0.10 lies in 100.64.0.0/10, which the internet does not carry; an elastic address is public.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressOfCarriersRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat");
    }
}
