using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Regional NAT gateways.</content>
internal sealed partial class TopologyIndex
{
    private readonly Dictionary<(ElementId Gateway, string Zone), Subnet> places = [];

    /// <summary>
    /// Where a regional NAT gateway is in a zone, as the walk sees it: like a subnet whose route table is the gateway's own, and that has nobody in it
    /// and no ACL, so that it is only ever routed from.
    /// </summary>
    public Subnet PlaceOf(RegionalNatGateway gateway, RegionalNatZone zone)
    {
        if (!places.TryGetValue((gateway.Id, zone.Zone), out var place))
        {
            place = NewPlace(gateway, zone);
            places.Add((gateway.Id, zone.Zone), place);
        }

        return place;
    }

    private static Subnet NewPlace(RegionalNatGateway gateway, RegionalNatZone zone) => new(
        new ElementId(ElementKind.RegionalNatGateway, $"{gateway.Id.Path}/{zone.Zone}"),
        gateway.Origin,
        gateway.Vpc,
        new Sourced<IpPrefix>(IpPrefix.Of(zone.Addresses[0]), gateway.Origin),
        new Sourced<string>(zone.Zone, gateway.Origin),
        gateway.RouteTable,
        new ElementId(ElementKind.NetworkAcl, ""), // It has none.
        null);
}
