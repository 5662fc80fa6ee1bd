using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The requester accepts its own request.</summary>
[Topology]
public static partial class AcceptedByTheRequester
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount); // ND2072 at `network.DefaultAccount`: Account 'default' cannot accept peering 'shop-tools': the accepter VPC 'tools' is owned by 'partner'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AcceptedByTheRequesterRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).AcceptedBy(partner);
    }
}
