using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>Who decides in which zones a regional NAT gateway is, and with which addresses.</summary>
public enum RegionalNatMode
{
    /// <summary>The vendor: wherever the VPC has interfaces, with addresses of its own.</summary>
    Automatic,

    /// <summary>The author, zone by zone.</summary>
    Manual,
}

/// <summary>
/// A regional NAT gateway: one gateway of a VPC, in no subnet, that serves each zone where it is present from there. It is public, has no
/// private address, and routes what it sends by a table of its own. Source: "Regional NAT gateways", Amazon VPC User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Mode">Who chose its zones.</param>
/// <param name="RouteTable">The table by which it sends; the vendor creates it, with a route to the VPC's internet gateway.</param>
/// <param name="Zones">Where it is, by the names of the zones.</param>
public sealed record RegionalNatGateway(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    RegionalNatMode Mode,
    ElementId RouteTable,
    EquatableArray<RegionalNatZone> Zones) : Element(Id, Origin)
{
    /// <summary>
    /// Where it serves what comes from a zone: in that zone, or, where it is not there, in the first zone that it is in; nothing when it is nowhere.
    /// </summary>
    /// <param name="zone">The zone that the packet comes from.</param>
    public RegionalNatZone? ServingZone(string zone) =>
        Zones.FirstOrDefault(each => each.Zone == zone) ?? (Zones.Count > 0 ? Zones[0] : null);
}

/// <summary>A zone in which a regional NAT gateway is present.</summary>
/// <param name="Zone">The name of the zone.</param>
/// <param name="Addresses">The elastic addresses that it has there, at least one; the first is taken first.</param>
public sealed record RegionalNatZone(string Zone, EquatableArray<Ipv4Address> Addresses);
