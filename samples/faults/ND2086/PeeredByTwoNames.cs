using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two variables are one VPC.</summary>
[Topology]
public static partial class PeeredByTwoNames
{
    static void Define(NetworkBuilder network)
    {
        var shop = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = shop;
        network.Peer("shop-tools", shop, tools); // ND2086 at `tools`: VPC 'shop' cannot peer with itself; name another VPC.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeredByTwoNamesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var shop = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = shop;
    }
}
