using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A site has one prefix twice.</summary>
[Topology]
public static partial class PrefixTwiceInAChain
{
    static void Define(NetworkBuilder network)
    {
        network.Site("paris").Prefix("192.168.0.0/16").Prefix("192.168.0.0/16"); // ND1080 at `"192.168.0.0/16"`: Site 'paris' has 192.168.0.0/16 already, which overlaps 192.168.0.0/16; name each address once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PrefixTwiceInAChainRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Site("paris").Prefix("192.168.0.0/16");
    }
}
