using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>
/// An ordered list of rules; the first that matches decides, and what none matches is denied. The rules of security
/// groups all allow, so that their order does not matter.
/// </summary>
/// <param name="Rules">The rules in the order in which they are tried.</param>
public sealed record PacketFilter(EquatableArray<FilterRule> Rules);

/// <summary>One rule of a filter.</summary>
/// <param name="Owner">The node of the security group or network ACL.</param>
/// <param name="Number">The number of an ACL's entry; 0 for a security group's rule.</param>
/// <param name="Allows">Whether it allows or denies.</param>
/// <param name="Protocol">The protocol, or any.</param>
/// <param name="Ports">Destination ports; all where the protocol has none.</param>
/// <param name="Prefix">
/// The addresses of the other end: the source of what arrives, the destination of what leaves. Not used when the rule references a group.
/// </param>
/// <param name="Group">The node of the referenced group; -1 when the rule has a prefix.</param>
/// <param name="Members">
/// The holders that have the referenced group and are in a VPC from which it may be referenced. An arriving packet
/// matches when its source is the private address of one of them, in the VPC that it came from; a leaving packet when its destination is.
/// </param>
/// <param name="Origin">Where the rule was written; nowhere for one that the vendor adds.</param>
public sealed record FilterRule(
    int Owner,
    int Number,
    bool Allows,
    Protocol Protocol,
    PortRange Ports,
    IpPrefix Prefix,
    int Group,
    EquatableArray<int> Members,
    Origin Origin)
{
    /// <summary>Whether the protocol and the destination port are meant.</summary>
    public bool MatchesTraffic(Packet packet) =>
        Protocol.Includes(packet.Protocol) && (!Protocol.HasPortsOrTypes || Ports.Contains(packet.DestinationPort));
}
