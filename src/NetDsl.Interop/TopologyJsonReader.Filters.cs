using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Security groups and network ACLs.</content>
internal static partial class TopologyJsonReader
{
    private static SecurityGroup SecurityGroup(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "ingress", "egress", "participant?", "associatedVpcs?");
        return new SecurityGroup(
            Id(place, ElementKind.SecurityGroup),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "ingress", Rule),
            All(place, "egress", Rule))
        {
            Participant = OptionalReference(place, "participant", ElementKind.Account),
            AssociatedVpcs = OptionalAll(place, "associatedVpcs", vpc => IdText.Read(vpc, ElementKind.Vpc)),
        };
    }

    private static SecurityGroupRule Rule(JsonPlace place)
    {
        place.WithMembers("origin?", "traffic", "peer");
        return new SecurityGroupRule(
            TrafficText.Read(place.Member("traffic")), Sourced(place.Member("peer"), Peer), Origin(place));
    }

    // A group stands with its kind and a colon before it; an IPv6 prefix has colons, too.
    private static SecurityGroupPeer Peer(JsonPlace place) =>
        place.Text() is var text && text.Contains(':', StringComparison.Ordinal) && !IpAddress.TryParse(text.Split('/')[0], out _)
        ? SecurityGroupPeer.Of(IdText.ReadWithKind(place, ElementKind.SecurityGroup))
        : SecurityGroupPeer.Of(AddressText.ReadPrefix(place));

    private static NetworkAcl NetworkAcl(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "inbound", "outbound");
        return new NetworkAcl(
            Id(place, ElementKind.NetworkAcl),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "inbound", Entry),
            All(place, "outbound", Entry));
    }

    private static NetworkAclEntry Entry(JsonPlace place)
    {
        place.WithMembers("origin?", "number", "action", "traffic", "peer");
        return new NetworkAclEntry(
            place.Member("number").Number(1, 32766),
            EnumText.Read<AclAction>(place.Member("action")),
            TrafficText.Read(place.Member("traffic")),
            Prefix(place, "peer"),
            Origin(place));
    }
}
