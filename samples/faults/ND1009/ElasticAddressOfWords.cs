using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An elastic address is a word.</summary>
[Topology]
public static partial class ElasticAddressOfWords
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat", "any"); // ND1009 at `"any"`: 'any' is not an IPv4 address; write one such as 10.0.0.4.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ElasticAddressOfWordsRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").ElasticIp("nat");
    }
}
