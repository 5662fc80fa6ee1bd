using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A connection that was accepted expires.</summary>
[Topology]
public static partial class AcceptedThenExpired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(partner);
        peering.Expired(); // ND2073 at `Expired()`: Peering 'shop-tools' is active and cannot be expired any more; take one of the two calls away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AcceptedThenExpiredRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(partner);
    }
}
