using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Peering connections and transit gateways.</content>
internal static partial class TopologyJsonReader
{
    /// <summary>What a transit gateway attaches.</summary>
    private static readonly ElementKind[] Attachable =
    [
        ElementKind.Vpc, ElementKind.TransitGateway, ElementKind.TransitGatewayAttachment, ElementKind.VpnConnection, ElementKind.VpnConcentrator,
        ElementKind.DirectConnectGateway, ElementKind.NetworkFunction, ElementKind.ClientVpnEndpoint,
    ];

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
        place.WithMembers(
            "id", "origin?", "region", "owner?", "sharedWith", "autoAcceptSharedAttachments", "amazonSideAsn", "vpnEcmp", "dnsSupport",
            "securityGroupReferencing", "cidrBlocks", "attachments", "networkFunctions?", "routeTables");
        return new TransitGateway(
            Id(place, ElementKind.TransitGateway),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            place.Member("securityGroupReferencing").Flag(),
            All(place, "attachments", Attachment),
            All(place, "routeTables", TransitGatewayRouteTable))
        {
            Owner = OptionalReference(place, "owner", ElementKind.Account),
            SharedWith = All(place, "sharedWith", account => IdText.Read(account, ElementKind.Account)),
            AutoAcceptsSharedAttachments = place.Member("autoAcceptSharedAttachments").Flag(),
            AmazonSideAsn = Asn(place.Member("amazonSideAsn")),
            VpnEcmp = place.Member("vpnEcmp").Flag(),
            DnsSupport = place.Member("dnsSupport").Flag(),
            CidrBlocks = Prefixes(place, "cidrBlocks"),
            NetworkFunctions = OptionalAll(place, "networkFunctions", function =>
            {
                function.WithMembers("id", "origin?");
                return new NetworkFunction(Id(function, ElementKind.NetworkFunction), Origin(function));
            }),
        };
    }

    /// <summary>A private autonomous system of a transit gateway; larger than the whole numbers that are read elsewhere, so it is text.</summary>
    private static uint Asn(JsonPlace place) =>
        uint.TryParse(place.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var asn)
            && asn is (>= 64512 and <= 65534) or (>= 4_200_000_000 and <= 4_294_967_294)
            ? asn
            : throw place.Fault($"'{JsonPlace.Printable(place.Text())}' is not an autonomous system of a transit gateway; it is 64512 to 65534 or 4200000000 to 4294967294");

    private static TransitGatewayAttachment Attachment(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "kind", "resource", "state", "subnets", "securityGroupReferencing", "applianceMode", "dnsSupport", "ipv6Support?", "association?");
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
            ApplianceMode = place.Member("applianceMode").Flag(),
            DnsSupport = place.Member("dnsSupport").Flag(),
            Ipv6Support = place.Optional("ipv6Support")?.Flag() ?? false,
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
                route.WithMembers("origin?", "destination", "attachment?", "prefixList?");
                return new TransitGatewayRoute(
                    Prefix(route, "destination"),
                    OptionalReference(route, "attachment", ElementKind.TransitGatewayAttachment),
                    Origin(route))
                {
                    PrefixList = OptionalReference(route, "prefixList", ElementKind.PrefixList),
                };
            }));
    }
}
