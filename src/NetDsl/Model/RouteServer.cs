using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A VPC Route Server: it learns prefixes from appliances by BGP, takes the best route to each, and installs it in the tables that propagate from it,
/// with the appliance's interface as the target. Source: "Dynamic routing in your VPC using VPC Route Server", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">The VPC that it is associated with.</param>
/// <param name="Asn">The autonomous system of the vendor's side.</param>
/// <param name="Endpoints">Where it speaks BGP.</param>
/// <param name="Peers">The appliances that speak to it.</param>
public sealed record RouteServer(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    uint Asn,
    EquatableArray<RouteServerEndpoint> Endpoints,
    EquatableArray<RouteServerPeer> Peers) : Element(Id, Origin);

/// <summary>An endpoint of a route server: its interface in a subnet, at which sessions end.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Subnet">The subnet of its interface.</param>
public sealed record RouteServerEndpoint(ElementId Id, Origin Origin, ElementId Subnet) : Element(Id, Origin);

/// <summary>A BGP session between an endpoint of a route server and an appliance.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Interface">The interface of the appliance, to which the routes lead.</param>
/// <param name="Asn">The autonomous system of the appliance.</param>
/// <param name="IsUp">Whether the session is established; what a session that is down told is withdrawn.</param>
/// <param name="Advertised">What the appliance tells.</param>
public sealed record RouteServerPeer(
    ElementId Id,
    Origin Origin,
    ElementId Endpoint,
    ElementId Interface,
    uint Asn,
    bool IsUp,
    EquatableArray<RouteServerAdvertisement> Advertised) : Element(Id, Origin);

/// <summary>A prefix that an appliance tells a route server.</summary>
/// <param name="Destination">The prefix.</param>
/// <param name="Med">Its multi-exit discriminator: of several routes to one prefix the one with the lowest is taken.</param>
/// <param name="Origin">The whole call.</param>
public sealed record RouteServerAdvertisement(Sourced<Ipv4Prefix> Destination, uint Med, Origin Origin);
