using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Regional NAT gateways.</content>
internal static partial class TopologyJsonReader
{
    private static RegionalNatGateway RegionalNatGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "mode", "routeTable", "zones");
        return new RegionalNatGateway(
            Id(place, ElementKind.RegionalNatGateway),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            EnumText.Read<RegionalNatMode>(place.Member("mode")),
            Reference(place, "routeTable", ElementKind.RouteTable),
            All(place, "zones", zone =>
            {
                zone.WithMembers("zone", "addresses");
                return new RegionalNatZone(zone.Member("zone").Text(), All(zone, "addresses", AddressText.ReadAddress));
            }));
    }
}
