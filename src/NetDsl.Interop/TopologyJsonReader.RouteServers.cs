using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Route servers.</content>
internal static partial class TopologyJsonReader
{
    private static RouteServer RouteServer(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "asn", "endpoints", "peers");
        return new RouteServer(
            Id(place, ElementKind.RouteServer),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            Asn(place, "asn"),
            All(place, "endpoints", endpoint =>
            {
                endpoint.WithMembers("id", "origin?", "subnet");
                return new RouteServerEndpoint(
                    Id(endpoint, ElementKind.RouteServerEndpoint), Origin(endpoint), Reference(endpoint, "subnet", ElementKind.Subnet));
            }),
            All(place, "peers", RouteServerPeer));
    }

    private static RouteServerPeer RouteServerPeer(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "endpoint", "interface", "asn", "up", "advertised");
        return new RouteServerPeer(
            Id(place, ElementKind.RouteServerPeer),
            Origin(place),
            Reference(place, "endpoint", ElementKind.RouteServerEndpoint),
            Reference(place, "interface", ElementKind.NetworkInterface),
            Asn(place, "asn"),
            place.Member("up").Flag(),
            All(place, "advertised", each =>
            {
                each.WithMembers("origin?", "destination", "med");
                return new RouteServerAdvertisement(Ipv4Prefix(each, "destination"), (uint)each.Member("med").Whole(0, uint.MaxValue), Origin(each));
            }));
    }

    private static EquatableArray<Sourced<ElementId>> RouteServers(JsonPlace table) =>
        OptionalAll(table, "routeServers", each => Sourced(each, id => IdText.Read(id, ElementKind.RouteServer)));
}
