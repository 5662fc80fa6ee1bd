namespace NetDsl.Model;

/// <summary>What an intent claims.</summary>
public enum IntentKind
{
    /// <summary>Each of one side reaches each of the other.</summary>
    CanReach,

    /// <summary>None of one side reaches any of the other.</summary>
    CannotReach,
}

/// <summary>What the author expects of the network: a claim that is proved, or refuted by a packet.</summary>
/// <param name="Kind">What it claims.</param>
/// <param name="From">Who sends; at least one.</param>
/// <param name="To">Whom it is for; at least one.</param>
/// <param name="Traffic">What is sent; at least one, which is all traffic where the author named none.</param>
/// <param name="Origin">The call of <c>Expect</c>, where the intent is told when it does not hold.</param>
/// <param name="Claim">The call of <c>CanReach</c> or <c>CannotReach</c>.</param>
public sealed record Intent(
    IntentKind Kind,
    EquatableArray<Sourced<EndpointSet>> From,
    EquatableArray<Sourced<EndpointSet>> To,
    EquatableArray<Sourced<TrafficSelector>> Traffic,
    Origin Origin,
    Origin Claim)
{
    /// <summary>Everybody that it names, exceptions included.</summary>
    public IEnumerable<Sourced<EndpointSet>> Ends => From.Concat(To).Concat(ExceptFrom).Concat(ExceptTo);

    /// <summary>Who is not meant among those who send.</summary>
    public EquatableArray<Sourced<EndpointSet>> ExceptFrom { get; init; }

    /// <summary>Who is not meant among those whom it is for.</summary>
    public EquatableArray<Sourced<EndpointSet>> ExceptTo { get; init; }

    /// <summary>What each packet passes on its way; it passes all of these.</summary>
    public EquatableArray<Waypoint> OnlyThrough { get; init; }

    /// <summary>The zones without any one of which the claim still holds.</summary>
    public EquatableArray<Sourced<AvailabilityZone>> SurvivesLossOf { get; init; }
}

/// <summary>A station of paths: an element, or one of several.</summary>
/// <param name="AnyOf">Elements that forward, of which a packet passes at least one.</param>
/// <param name="Origin">The whole call.</param>
public sealed record Waypoint(EquatableArray<Sourced<ElementId>> AnyOf, Origin Origin);

/// <summary>An availability zone: a place of the vendor's, whatever accounts call it.</summary>
/// <param name="Name">What the author calls it, such as <c>us-east-1a</c>.</param>
/// <param name="Id">Its identifier, which is the same in all accounts, such as <c>use1-az1</c>.</param>
public readonly record struct AvailabilityZone(string Name, string Id)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
