using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Client VPN endpoints.</content>
internal static partial class TopologyJsonReader
{
    private static ClientVpnEndpoint ClientVpnEndpoint(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "vpc?", "transitGateway?", "clientPrefix?", "ipAddressType?", "clientIpv6Prefix?", "authentication", "splitTunnel", "transport?", "port?", "securityGroups",
            "associations", "routes?", "rules", "clients");
        return new ClientVpnEndpoint(
            Id(place, ElementKind.ClientVpnEndpoint),
            Origin(place),
            OptionalReference(place, "vpc", ElementKind.Vpc),
            place.Optional("clientPrefix") is null ? null : Ipv4Prefix(place, "clientPrefix"),
            Authentication(place.Member("authentication")),
            place.Member("splitTunnel").Flag(),
            All(place, "securityGroups", group => IdText.Read(group, ElementKind.SecurityGroup)),
            All(place, "associations", ClientVpnAssociation),
            All(place, "rules", rule =>
            {
                rule.WithMembers("origin?", "destination", "group?");
                return new ClientVpnAuthorizationRule(Prefix(rule, "destination"), rule.Optional("group")?.Text(), Origin(rule));
            }),
            All(place, "clients", VpnClient))
        {
            TransitGateway = OptionalReference(place, "transitGateway", ElementKind.TransitGateway),
            IpAddressType = place.Optional("ipAddressType") is { } type ? EnumText.Read<IpAddressType>(type) : IpAddressType.Ipv4,
            ClientIpv6Prefix = place.Optional("clientIpv6Prefix") is { } prefix ? AddressText.ReadIpv6Prefix(prefix) : null,
            Transport = place.Optional("transport") is { } transport ? Transport(transport) : Protocol.Udp,
            Port = place.Optional("port") is { } port ? Port(port) : 443,
            Routes = OptionalAll(place, "routes", ClientVpnRoute),
        };
    }

    private static Protocol Transport(JsonPlace place) => Protocol.TryParse(place.Text(), out var protocol) && protocol.HasPorts
        ? protocol
        : throw place.Fault($"'{place.Text()}' is neither tcp nor udp");

    private static int Port(JsonPlace place) => place.Number(0, ushort.MaxValue) is (443 or 1194) and var port
        ? port
        : throw place.Fault($"{place.Number(0, ushort.MaxValue)} is no port of an endpoint, which are 443 and 1194");

    private static ClientVpnAssociation ClientVpnAssociation(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "privateAddress", "publicAddress?", "routes");
        return new ClientVpnAssociation(
            Id(place, ElementKind.ClientVpnAssociation),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            AddressText.ReadAddress(place.Member("privateAddress")),
            OptionalAddress(place, "publicAddress"),
            All(place, "routes", ClientVpnRoute));
    }

    private static ClientVpnRoute ClientVpnRoute(JsonPlace place)
    {
        place.WithMembers("origin?", "destination", "local");
        return new ClientVpnRoute(Prefix(place, "destination"), place.Member("local").Flag(), Origin(place));
    }

    private static VpnClient VpnClient(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "address", "ipv6Address?", "groups", "association?");
        return new VpnClient(
            Id(place, ElementKind.VpnClient),
            Origin(place),
            AddressText.ReadAnyAddress(place.Member("address")),
            All(place, "groups", group => group.Text()),
            OptionalReference(place, "association", ElementKind.ClientVpnAssociation))
        {
            Ipv6Address = place.Optional("ipv6Address") is { } ipv6 ? AddressText.ReadIpv6Address(ipv6) : null,
        };
    }

    private static ClientVpnAuthentication Authentication(JsonPlace place) =>
        place.Items().Aggregate(default(ClientVpnAuthentication), (all, kind) => all | EnumText.Read<ClientVpnAuthentication>(kind));
}
