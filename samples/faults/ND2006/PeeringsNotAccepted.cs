using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The second of two partners never accepts.</summary>
[Topology]
public static partial class PeeringsNotAccepted
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = network.Account("one", "222222222222");
        var two = network.Account("two", "333333333333");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var first = region.Vpc("first", "10.1.0.0/16", one);
        var second = region.Vpc("second", "10.2.0.0/16", two);
        network.Peer("shop-first", shop, first).AcceptedBy(one);
        network.Peer("shop-second", shop, second); // ND2006 at `"shop-second"`: Peering connection 'shop-second' joins VPC 'shop' and VPC 'second' across accounts, and nobody accepts it; add AcceptedBy with account 'two', the owner of VPC 'second'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeringsNotAcceptedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var one = network.Account("one", "222222222222");
        var two = network.Account("two", "333333333333");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var first = region.Vpc("first", "10.1.0.0/16", one);
        var second = region.Vpc("second", "10.2.0.0/16", two);
        network.Peer("shop-first", shop, first).AcceptedBy(one);
        network.Peer("shop-second", shop, second).AcceptedBy(second.Account);
    }
}
