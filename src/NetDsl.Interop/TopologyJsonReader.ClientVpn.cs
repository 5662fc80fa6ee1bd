using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Client VPN endpoints.</content>
internal static partial class TopologyJsonReader
{
    private static ClientVpnEndpoint ClientVpnEndpoint(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "vpc", "clientPrefix", "authentication", "splitTunnel", "securityGroups", "associations", "rules", "clients");
        return new ClientVpnEndpoint(
            Id(place, ElementKind.ClientVpnEndpoint),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            Ipv4Prefix(place, "clientPrefix"),
            Authentication(place.Member("authentication")),
            place.Member("splitTunnel").Flag(),
            All(place, "securityGroups", group => IdText.Read(group, ElementKind.SecurityGroup)),
            All(place, "associations", ClientVpnAssociation),
            All(place, "rules", rule =>
            {
                rule.WithMembers("origin?", "destination", "group?");
                return new ClientVpnAuthorizationRule(Ipv4Prefix(rule, "destination"), rule.Optional("group")?.Text(), Origin(rule));
            }),
            All(place, "clients", VpnClient));
    }

    private static ClientVpnAssociation ClientVpnAssociation(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "privateAddress", "publicAddress?", "routes");
        return new ClientVpnAssociation(
            Id(place, ElementKind.ClientVpnAssociation),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            AddressText.ReadAddress(place.Member("privateAddress")),
            OptionalAddress(place, "publicAddress"),
            All(place, "routes", route =>
            {
                route.WithMembers("origin?", "destination", "local");
                return new ClientVpnRoute(Ipv4Prefix(route, "destination"), route.Member("local").Flag(), Origin(route));
            }));
    }

    private static VpnClient VpnClient(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "address", "groups", "association");
        return new VpnClient(
            Id(place, ElementKind.VpnClient),
            Origin(place),
            AddressText.ReadAddress(place.Member("address")),
            All(place, "groups", group => group.Text()),
            Reference(place, "association", ElementKind.ClientVpnAssociation));
    }

    private static ClientVpnAuthentication Authentication(JsonPlace place) =>
        place.Items().Aggregate(default(ClientVpnAuthentication), (all, kind) => all | EnumText.Read<ClientVpnAuthentication>(kind));
}
