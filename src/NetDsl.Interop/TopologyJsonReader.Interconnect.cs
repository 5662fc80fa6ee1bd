using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Peering connections and transit gateways.</content>
internal static partial class TopologyJsonReader
{
    /// <summary>What a transit gateway attaches.</summary>
    private static readonly ElementKind[] Attachable =
        [ElementKind.Vpc, ElementKind.TransitGateway, ElementKind.TransitGatewayAttachment];

    private static Peering Peering(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "requester", "accepter", "status", "requesterDnsResolution", "accepterDnsResolution");
        return new Peering(
            Id(place, ElementKind.Peering),
            Origin(place),
            Sourced(place.Member("requester"), vpc => IdText.Read(vpc, ElementKind.Vpc)),
            Sourced(place.Member("accepter"), vpc => IdText.Read(vpc, ElementKind.Vpc)),
            EnumText.Read<PeeringStatus>(place.Member("status")))
        {
            RequesterDnsResolution = place.Member("requesterDnsResolution").Flag(),
            AccepterDnsResolution = place.Member("accepterDnsResolution").Flag(),
        };
    }

    private static TransitGateway TransitGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "region", "securityGroupReferencing", "attachments", "routeTables");
        return new TransitGateway(
            Id(place, ElementKind.TransitGateway),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            place.Member("securityGroupReferencing").Flag(),
            All(place, "attachments", Attachment),
            All(place, "routeTables", TransitGatewayRouteTable));
    }

    private static TransitGatewayAttachment Attachment(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "kind", "resource", "state", "subnets", "securityGroupReferencing", "association?");
        return new TransitGatewayAttachment(
            Id(place, ElementKind.TransitGatewayAttachment),
            Origin(place),
            EnumText.Read<TransitGatewayAttachmentKind>(place.Member("kind")),
            IdText.ReadWithKind(place.Member("resource"), Attachable),
            All(place, "subnets", subnet => Sourced(subnet, id => IdText.Read(id, ElementKind.Subnet))),
            place.Member("securityGroupReferencing").Flag(),
            OptionalReference(place, "association", ElementKind.TransitGatewayRouteTable))
        {
            State = EnumText.Read<TransitGatewayAttachmentState>(place.Member("state")),
        };
    }

    private static TransitGatewayRouteTable TransitGatewayRouteTable(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "propagations", "routes");
        return new TransitGatewayRouteTable(
            Id(place, ElementKind.TransitGatewayRouteTable),
            Origin(place),
            All(place, "propagations", each => Sourced(each, id => IdText.Read(id, ElementKind.TransitGatewayAttachment))),
            All(place, "routes", route =>
            {
                route.WithMembers("origin?", "destination", "attachment?");
                return new TransitGatewayRoute(
                    Prefix(route, "destination"),
                    OptionalReference(route, "attachment", ElementKind.TransitGatewayAttachment),
                    Origin(route));
            }));
    }
}
