namespace NetDsl.Model;

/// <summary>A geographic region, such as <c>us-east-1</c>.</summary>
/// <param name="Id">Its identity; the path is the region's name.</param>
/// <param name="Origin">Where it was declared.</param>
public sealed record Region(ElementId Id, Origin Origin) : Element(Id, Origin)
{
    /// <summary>What is blocked between its VPCs and the internet.</summary>
    public BlockPublicAccessMode BlockPublicAccess { get; init; }

    /// <summary>Its Local Zones that the network uses.</summary>
    public EquatableArray<LocalZone> LocalZones { get; init; }
}
