using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Gateways and public addresses.</content>
internal static partial class TopologyJsonReader
{
    private static InternetGateway InternetGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc?", "routeTable?");
        return new InternetGateway(
            Id(place, ElementKind.InternetGateway), Origin(place), OptionalReference(place, "vpc", ElementKind.Vpc))
        {
            RouteTable = OptionalReference(place, "routeTable", ElementKind.RouteTable),
        };
    }

    private static EgressOnlyInternetGateway EgressOnlyInternetGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc");
        return new EgressOnlyInternetGateway(
            Id(place, ElementKind.EgressOnlyInternetGateway), Origin(place), Reference(place, "vpc", ElementKind.Vpc));
    }

    private static NatGateway NatGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "connectivity", "privateAddress", "publicAddress?", "secondaryAddresses?");
        return new NatGateway(
            Id(place, ElementKind.NatGateway),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            EnumText.Read<NatConnectivity>(place.Member("connectivity")),
            AddressText.ReadAddress(place.Member("privateAddress")),
            OptionalAddress(place, "publicAddress"))
        {
            SecondaryAddresses = OptionalAll(place, "secondaryAddresses", address =>
            {
                address.WithMembers("privateAddress", "publicAddress?");
                return new NatAddress(AddressText.ReadAddress(address.Member("privateAddress")), OptionalAddress(address, "publicAddress"));
            }),
        };
    }

    private static ElasticAddress ElasticAddress(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "address", "holder?", "advertised?", "networkBorderGroup?");
        return new ElasticAddress(
            Id(place, ElementKind.ElasticAddress),
            Origin(place),
            AddressText.ReadAddress(place.Member("address")),
            place.Optional("holder") is { } holder
                ? IdText.ReadWithKind(holder, ElementKind.NetworkInterface, ElementKind.NatGateway, ElementKind.RegionalNatGateway)
                : null)
        {
            IsAdvertised = place.Optional("advertised")?.Flag() ?? true,
            NetworkBorderGroup = place.Optional("networkBorderGroup")?.Text(),
        };
    }
}
