using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A connection is deleted by both owners.</summary>
[Topology]
public static partial class DeletedTwice
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(partner).DeletedBy(partner);
        peering.DeletedBy(network.DefaultAccount); // ND2073 at `network.DefaultAccount`: Peering 'shop-tools' is deleted and cannot be deleted; take this call away.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DeletedTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(partner).DeletedBy(partner);
    }
}
