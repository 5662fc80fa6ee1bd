using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Peers of Connect attachments.</content>
internal static partial class TopologyJsonReader
{
    private static ConnectPeer ConnectPeer(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "attachment", "site", "appliance", "gatewayAddress", "insideCidr", "asn", "policy?", "isUp");
        return new ConnectPeer(
            Id(place, ElementKind.ConnectPeer),
            Origin(place),
            Reference(place, "attachment", ElementKind.TransitGatewayAttachment),
            Reference(place, "site", ElementKind.Site),
            Sourced(place.Member("appliance"), id => IdText.ReadWithKind(id, ElementKind.NetworkInterface, ElementKind.CustomerGateway)),
            AddressText.ReadAddress(place.Member("gatewayAddress")),
            Sourced(place.Member("insideCidr"), AddressText.ReadIpv4Prefix),
            Asn(place, "asn"),
            Policy(place),
            place.Member("isUp").Flag());
    }
}
