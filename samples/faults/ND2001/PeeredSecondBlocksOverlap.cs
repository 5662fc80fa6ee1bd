using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The second block of a VPC overlaps that of its peer.</summary>
[Topology]
public static partial class PeeredSecondBlocksOverlap
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16").SecondaryCidr("100.64.128.0/20"); // ND2001 at `"100.64.128.0/20"`: Block 100.64.128.0/20 of VPC 'tools' overlaps 100.64.0.0/16 of VPC 'shop', and peering connection 'shop-tools' joins the two; peered VPCs cannot share addresses, the next free block of its size is 100.65.0.0/20.
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PeeredSecondBlocksOverlapRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16").SecondaryCidr("100.65.128.0/20");
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}
