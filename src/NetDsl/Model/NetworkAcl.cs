using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A network ACL: two ordered, stateless lists at the edge of a subnet. The first entry that matches decides; where
/// none does, the packet is denied. Source: "Control subnet traffic with network access control lists", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared; nowhere for a default ACL.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Inbound">Entries for what enters the subnet, by rising number.</param>
/// <param name="Outbound">Entries for what leaves the subnet, by rising number.</param>
public sealed record NetworkAcl(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    EquatableArray<NetworkAclEntry> Inbound,
    EquatableArray<NetworkAclEntry> Outbound) : Element(Id, Origin);

/// <summary>What an entry does with a packet.</summary>
public enum AclAction
{
    /// <summary>Lets it pass.</summary>
    Allow,

    /// <summary>Drops it.</summary>
    Deny,
}

/// <summary>One entry of a network ACL.</summary>
/// <param name="Number">1 to 32766; the lowest that matches decides.</param>
/// <param name="Action">Allow or deny.</param>
/// <param name="Traffic">Protocol and destination ports.</param>
/// <param name="Peer">Sources of an inbound entry, destinations of an outbound one.</param>
/// <param name="Origin">The whole call; nowhere for an entry that the ACL came with.</param>
public sealed record NetworkAclEntry(
    int Number, AclAction Action, TrafficSelector Traffic, Sourced<IpPrefix> Peer, Origin Origin);
