using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two VPCs are peered once each way.</summary>
[Topology]
public static partial class PeeredBothWays
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        network.Peer("there", shop, tools).AcceptedBy(network.DefaultAccount);
        network.Peer("back", tools, shop); // ND2085 at `"back"`: VPCs 'tools' and 'shop' are peered already by 'there'; the vendor allows one connection a pair, use that one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeredBothWaysRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        network.Peer("there", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}
