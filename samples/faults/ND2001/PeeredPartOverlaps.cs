using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The block of a VPC lies in that of its peer.</summary>
[Topology]
public static partial class PeeredPartOverlaps
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.0.64.0/20"); // ND2001 at `"10.0.64.0/20"`: Block 10.0.64.0/20 of VPC 'tools' overlaps 10.0.0.0/16 of VPC 'shop', and peering connection 'shop-tools' joins the two; peered VPCs cannot share addresses, the next free block of its size is 10.1.0.0/20.
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PeeredPartOverlapsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.64.0/20");
        network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}
