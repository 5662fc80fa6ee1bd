using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A partner never accepts.</summary>
[Topology]
public static partial class PeeringNotAccepted
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools); // ND2006 at `"shop-tools"`: Peering connection 'shop-tools' joins VPC 'shop' and VPC 'tools' across accounts, and nobody accepts it; add AcceptedBy with account 'partner', the owner of VPC 'tools'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeringNotAcceptedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16", partner);
        network.Peer("shop-tools", shop, tools).AcceptedBy(tools.Account);
    }
}
