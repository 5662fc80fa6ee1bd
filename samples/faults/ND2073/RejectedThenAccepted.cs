using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A request is rejected, and then accepted.</summary>
[Topology]
public static partial class RejectedThenAccepted
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).RejectedBy(partner).AcceptedBy(partner); // ND2073 at `partner`: Peering 'shop-tools' is rejected and cannot be accepted any more; take one of the two calls away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RejectedThenAcceptedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).RejectedBy(partner);
    }
}
