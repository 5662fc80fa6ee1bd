namespace NetDsl.Model;

/// <summary>Whether a peering connection carries traffic.</summary>
public enum PeeringStatus
{
    /// <summary>Requested, and not accepted by the other owner.</summary>
    PendingAcceptance,

    /// <summary>Accepted: it carries traffic.</summary>
    Active,
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
    /// <summary>The VPC at the other end.</summary>
    public ElementId PeerOf(ElementId vpc) => vpc == Requester.Value ? Accepter.Value : Requester.Value;

    /// <summary>Whether the VPC is one of the two.</summary>
    public bool Joins(ElementId vpc) => vpc == Requester.Value || vpc == Accepter.Value;
}
