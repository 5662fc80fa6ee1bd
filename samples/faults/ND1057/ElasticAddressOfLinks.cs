using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An elastic address is one of a single link.</summary>
[Topology]
public static partial class ElasticAddressOfLinks
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat", "169.254.1.1"); // ND1057 at `"169.254.1.1"`: 169.254.1.1 lies in 169.254.0.0/16, which the internet does not carry; an elastic address is public.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressOfLinksRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat", "203.0.113.10");
    }
}
