using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Peered VPCs have one block.</summary>
[Topology]
public static partial class PeeredBlocksOverlap
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.0.0.0/16"); // ND2001 at `"10.0.0.0/16"`: Block 10.0.0.0/16 of VPC 'tools' overlaps 10.0.0.0/16 of VPC 'shop', and peering connection 'shop-tools' joins the two; peered VPCs cannot share addresses, the next free block of its size is 10.1.0.0/16.
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PeeredBlocksOverlapRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}
