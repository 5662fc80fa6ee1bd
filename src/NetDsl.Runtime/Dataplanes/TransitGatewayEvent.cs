namespace NetDsl.Runtime;

/// <summary>What a transit gateway does with a packet that has come to it.</summary>
public enum TransitGatewayLoss
{
    /// <summary>It sends it on; or something that no counter of flow logs is for stops it.</summary>
    None,

    /// <summary>It drops it: the attachment has no route table, or the table has no route.</summary>
    NoRoute,

    /// <summary>It drops it: the route is a blackhole, or leads to an attachment that is not available.</summary>
    Blackhole,

    /// <summary>It drops it: the packet has come back to it until nothing was left of its time to live.</summary>
    TimeToLive,
}

/// <summary>A packet seen at an attachment of a transit gateway.</summary>
/// <param name="Attachment">The attachment, a node of the graph.</param>
/// <param name="Subnet">The subnet of the attachment that it passes, a node of the graph; -1 when what is attached is no VPC.</param>
/// <param name="Direction">Whether it comes to the gateway there or leaves it.</param>
/// <param name="Pair">The attachment at the other side of the gateway, by which it leaves or came; -1 when it leaves by none.</param>
/// <param name="PairSubnet">The subnet there, likewise.</param>
/// <param name="Loss">Why the gateway drops it.</param>
/// <param name="Packet">The packet as it is there.</param>
public readonly record struct TransitGatewayEvent(
    int Attachment, int Subnet, FlowDirection Direction, int Pair, int PairSubnet, TransitGatewayLoss Loss, Packet Packet);
