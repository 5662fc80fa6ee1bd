using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A site has a prefix and a part of it.</summary>
[Topology]
public static partial class PrefixInsideAPrefix
{
    static void Define(NetworkBuilder network)
    {
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
        paris.Prefix("192.168.4.0/24"); // ND1080 at `"192.168.4.0/24"`: Site 'paris' has 192.168.0.0/16 already, which overlaps 192.168.4.0/24; name each address once.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PrefixInsideAPrefixRepaired
{
    static void Define(NetworkBuilder network)
    {
        var paris = network.Site("paris").Prefix("192.168.0.0/16");
    }
}
