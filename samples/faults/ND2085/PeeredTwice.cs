using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two VPCs are peered twice.</summary>
[Topology]
public static partial class PeeredTwice
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        network.Peer("one", shop, tools).AcceptedBy(network.DefaultAccount);
        network.Peer("two", shop, tools); // ND2085 at `"two"`: VPCs 'shop' and 'tools' are peered already by 'one'; the vendor allows one connection a pair, use that one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeredTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        network.Peer("one", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}
