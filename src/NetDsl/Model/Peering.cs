namespace NetDsl.Model;

/// <summary>
/// Where a peering connection is in its life. Only an active one carries traffic. Source: "VPC peering connection lifecycle",
/// Amazon VPC Peering Guide.
/// </summary>
public enum PeeringStatus
{
    /// <summary>Requested, and not accepted by the other owner.</summary>
    PendingAcceptance,

    /// <summary>Accepted: it carries traffic.</summary>
    Active,

    /// <summary>The accepter's owner refused it.</summary>
    Rejected,

    /// <summary>Nobody accepted it within seven days.</summary>
    Expired,

    /// <summary>The request failed, because a block of one VPC overlaps one of the other.</summary>
    Failed,

    /// <summary>One of the owners deleted it.</summary>
    Deleted,
}

/// <summary>
/// A VPC peering connection: one to one, not transitive. Source: "How VPC peering connections work", Amazon VPC Peering Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Requester">The VPC that asked.</param>
/// <param name="Accepter">The VPC that was asked.</param>
/// <param name="Status">Pending until the accepter's owner accepts.</param>
public sealed record Peering(
    ElementId Id,
    Origin Origin,
    Sourced<ElementId> Requester,
    Sourced<ElementId> Accepter,
    PeeringStatus Status) : Element(Id, Origin)
{
    /// <summary>
    /// Whether public names of the requester's instances give private addresses when the accepter asks; the vendor's default is no.
    /// </summary>
    public bool RequesterDnsResolution { get; init; }

    /// <summary>
    /// Whether public names of the accepter's instances give private addresses when the requester asks; the vendor's default is no.
    /// </summary>
    public bool AccepterDnsResolution { get; init; }

    /// <summary>Whether it carries traffic.</summary>
    public bool IsActive => Status == PeeringStatus.Active;

    /// <summary>The status in words, such as <c>not accepted</c>.</summary>
    public string StatusText => TextOf(Status);

    /// <summary>A status in words.</summary>
    internal static string TextOf(PeeringStatus status) =>
        status == PeeringStatus.PendingAcceptance ? "not accepted" : status.ToString().ToLowerInvariant();

    /// <summary>The VPC at the other end.</summary>
    public ElementId PeerOf(ElementId vpc) => vpc == Requester.Value ? Accepter.Value : Requester.Value;

    /// <summary>Whether the VPC is one of the two.</summary>
    public bool Joins(ElementId vpc) => vpc == Requester.Value || vpc == Accepter.Value;

    /// <summary>Whether public names of that VPC's instances give private addresses when the peer asks.</summary>
    /// <param name="vpc">One of the two VPCs.</param>
    public bool AllowsDnsResolution(ElementId vpc) =>
        IsActive && (vpc == Requester.Value ? RequesterDnsResolution : vpc == Accepter.Value && AccepterDnsResolution);
}
