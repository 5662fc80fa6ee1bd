using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A security group: a stateful list of what is allowed, on interfaces. Source: "Security groups", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared; nowhere for a default group.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Ingress">What may come in.</param>
/// <param name="Egress">What may go out.</param>
public sealed record SecurityGroup(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    EquatableArray<SecurityGroupRule> Ingress,
    EquatableArray<SecurityGroupRule> Egress) : Element(Id, Origin)
{
    /// <summary>The participant of a shared VPC that owns it; nothing for the owner of the VPC.</summary>
    public ElementId? Participant { get; init; }

    /// <summary>The further VPCs whose interfaces may have it. Source: "AssociateSecurityGroupVpc", Amazon EC2 API.</summary>
    public EquatableArray<ElementId> AssociatedVpcs { get; init; }

    /// <summary>Whether interfaces of a VPC may have it: of its own, or of one that it is associated with.</summary>
    /// <param name="vpc">The VPC.</param>
    public bool IsIn(ElementId vpc) => vpc == Vpc || AssociatedVpcs.Contains(vpc);
}

/// <summary>One rule of a security group.</summary>
/// <param name="Traffic">Protocol and destination ports.</param>
/// <param name="Peer">The other end: sources of an ingress rule, destinations of an egress rule.</param>
/// <param name="Origin">The whole call; nowhere for a rule that the group came with.</param>
public sealed record SecurityGroupRule(TrafficSelector Traffic, Sourced<SecurityGroupPeer> Peer, Origin Origin);

/// <summary>The other end of a security group's rule: a prefix, or the interfaces of a group.</summary>
/// <param name="Prefix">The prefix, when it is one.</param>
/// <param name="Group">The group, when it is one.</param>
public sealed record SecurityGroupPeer(IpPrefix? Prefix, ElementId? Group)
{
    /// <summary>The addresses of a prefix.</summary>
    public static SecurityGroupPeer Of(IpPrefix prefix) => new(prefix, null);

    /// <summary>The private addresses of the interfaces that have the group.</summary>
    public static SecurityGroupPeer Of(ElementId group) => new(null, group);

    /// <summary>The addresses of the entries of a prefix list.</summary>
    public static SecurityGroupPeer OfPrefixList(ElementId list) => new(null, null) { PrefixList = list };

    /// <summary>The prefix list, when it is one.</summary>
    public ElementId? PrefixList { get; init; }

    /// <summary>The prefix, or the path of the group or list.</summary>
    public override string ToString() => Prefix?.ToString() ?? Group?.Path ?? PrefixList?.Path ?? "";
}
