namespace NetDsl.Model;

/// <summary>
/// An internet gateway: a route target, and the holder of the pairs of private and public addresses, which it
/// translates one to one. Source: "Connect to the internet using an internet gateway", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC that it is attached to, if any.</param>
public sealed record InternetGateway(ElementId Id, Origin Origin, ElementId? Vpc) : Element(Id, Origin)
{
    /// <summary>The table that routes what comes in; none where the VPC delivers it locally.</summary>
    public ElementId? RouteTable { get; init; }
}
