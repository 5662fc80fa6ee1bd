using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A route table of a VPC. The local routes, one for each block of the VPC, are not written down here: every table has
/// them. Source: "Configure route tables", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared; nowhere for a main table that the VPC came with.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Routes">The static routes, those of a prefix list one an entry.</param>
public sealed record RouteTable(ElementId Id, Origin Origin, ElementId Vpc, EquatableArray<Route> Routes)
    : Element(Id, Origin)
{
    /// <summary>The virtual private gateways whose routes are installed by themselves.</summary>
    public EquatableArray<Sourced<ElementId>> Propagations { get; init; }

    /// <summary>The route servers whose routes are installed by themselves.</summary>
    public EquatableArray<Sourced<ElementId>> RouteServers { get; init; }
}

/// <summary>A static route.</summary>
/// <param name="Destination">The addresses that it is for.</param>
/// <param name="Target">
/// Where they go: an internet gateway, a NAT gateway, a network interface, a peering connection, a transit gateway, a virtual private
/// gateway, or a Gateway Load Balancer endpoint. The table itself where they go nowhere: a blackhole.
/// </param>
/// <param name="Origin">The whole call.</param>
public sealed record Route(Sourced<IpPrefix> Destination, Sourced<ElementId> Target, Origin Origin)
{
    /// <summary>The prefix list that has the destination as an entry, when the route was written for a list.</summary>
    public ElementId? PrefixList { get; init; }

    /// <summary>
    /// Whether packets that this route wins are dropped: its target was deleted, and the vendor leaves the route until it is edited.
    /// A shorter prefix does not step in. Source: "Route tables", Amazon VPC User Guide.
    /// </summary>
    public bool IsBlackhole => Target.Value.Kind == ElementKind.RouteTable;
}
