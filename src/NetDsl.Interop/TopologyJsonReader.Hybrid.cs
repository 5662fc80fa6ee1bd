using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Sites, VPN and Direct Connect.</content>
internal static partial class TopologyJsonReader
{
    private const long LastAsn = 4294967294;

    private static HybridConnectivity Hybrid(JsonPlace root)
    {
        if (root.Optional("hybrid") is not { } place)
        {
            return HybridConnectivity.None;
        }

        place.WithMembers(
            "sites", "hosts", "customerGateways", "vpnGateways", "vpnConnections", "vpnConcentrators?", "connections", "lags", "virtualInterfaces", "directConnectGateways", "connectPeers?");
        return new HybridConnectivity
        {
            Sites = All(place, "sites", Site),
            Hosts = All(place, "hosts", SiteHost),
            CustomerGateways = All(place, "customerGateways", CustomerGateway),
            VpnGateways = All(place, "vpnGateways", VpnGateway),
            VpnConnections = All(place, "vpnConnections", VpnConnection),
            VpnConcentrators = OptionalAll(place, "vpnConcentrators", VpnConcentrator),
            Connections = All(place, "connections", DirectConnectConnection),
            Lags = All(place, "lags", DirectConnectLag),
            VirtualInterfaces = All(place, "virtualInterfaces", VirtualInterface),
            DirectConnectGateways = All(place, "directConnectGateways", DirectConnectGateway),
            ConnectPeers = OptionalAll(place, "connectPeers", ConnectPeer),
        };
    }

    private static Site Site(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "asn", "prefixes", "resolver?");
        return new Site(Id(place, ElementKind.Site), Origin(place), Asn(place, "asn"), Prefixes(place, "prefixes"))
        {
            Resolver = OptionalReference(place, "resolver", ElementKind.InboundResolverEndpoint),
        };
    }

    private static SiteHost SiteHost(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "site", "address");
        return new SiteHost(
            Id(place, ElementKind.SiteHost),
            Origin(place),
            Reference(place, "site", ElementKind.Site),
            AddressText.ReadAnyAddress(place.Member("address")));
    }

    private static CustomerGateway CustomerGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "site", "address?", "asn", "isUp");
        return new CustomerGateway(
            Id(place, ElementKind.CustomerGateway),
            Origin(place),
            Reference(place, "site", ElementKind.Site),
            OptionalAddress(place, "address"),
            Asn(place, "asn"),
            place.Member("isUp").Flag());
    }

    private static VpnGateway VpnGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "region", "asn", "vpc?", "routeTable?");
        return new VpnGateway(
            Id(place, ElementKind.VpnGateway),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            Asn(place, "asn"),
            OptionalReference(place, "vpc", ElementKind.Vpc))
        {
            RouteTable = OptionalReference(place, "routeTable", ElementKind.RouteTable),
        };
    }

    private static VpnConnection VpnConnection(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "customerGateway", "target", "routing", "staticRoutes", "deviceRoutes", "policy?", "tunnels", "carriesIpv6?", "concentrator?", "transport?");
        return new VpnConnection(
            Id(place, ElementKind.VpnConnection),
            Origin(place),
            Sourced(place.Member("customerGateway"), id => IdText.Read(id, ElementKind.CustomerGateway)),
            IdText.ReadWithKind(place.Member("target"), ElementKind.VpnGateway, ElementKind.TransitGateway),
            EnumText.Read<VpnRouting>(place.Member("routing")),
            Prefixes(place, "staticRoutes"),
            Prefixes(place, "deviceRoutes"),
            Policy(place),
            All(place, "tunnels", tunnel =>
            {
                tunnel.WithMembers("number", "insideCidr?", "outsideAddress?", "isUp");
                return new VpnTunnel(
                    tunnel.Member("number").Number(1, 2),
                    tunnel.Optional("insideCidr") is { } inside ? Sourced(inside, AddressText.ReadPrefix) : null,
                    tunnel.Member("isUp").Flag())
                {
                    OutsideAddress = tunnel.Optional("outsideAddress") is { } outside ? AddressText.ReadAddress(outside) : null,
                };
            }))
        {
            CarriesIpv6 = place.Optional("carriesIpv6")?.Flag() ?? false,
            Concentrator = OptionalReference(place, "concentrator", ElementKind.VpnConcentrator),
            Transport = place.Optional("transport") is { } transport ? Sourced(transport, id => IdText.Read(id, ElementKind.TransitGatewayAttachment)) : null,
        };
    }

    private static VpnConcentrator VpnConcentrator(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "gateway");
        return new VpnConcentrator(Id(place, ElementKind.VpnConcentrator), Origin(place), Reference(place, "gateway", ElementKind.TransitGateway));
    }

    private static DirectConnectConnection DirectConnectConnection(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "site", "location", "region", "speedMbps", "isHosted", "isUp");
        return new DirectConnectConnection(
            Id(place, ElementKind.DirectConnectConnection),
            Origin(place),
            Reference(place, "site", ElementKind.Site),
            place.Member("location").Text(),
            Reference(place, "region", ElementKind.Region),
            place.Member("speedMbps").Number(1, int.MaxValue),
            place.Member("isHosted").Flag(),
            place.Member("isUp").Flag());
    }

    private static DirectConnectLag DirectConnectLag(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "connections", "minimumLinks");
        return new DirectConnectLag(
            Id(place, ElementKind.DirectConnectLag),
            Origin(place),
            All(place, "connections", id => IdText.Read(id, ElementKind.DirectConnectConnection)),
            place.Member("minimumLinks").Number(0, int.MaxValue));
    }

    private static VirtualInterface VirtualInterface(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "port", "kind", "vlan", "gateway", "asn", "providerAsn?", "mtu", "policy?", "isUp", "registeredPrefixes?", "scope?");
        return new VirtualInterface(
            Id(place, ElementKind.VirtualInterface),
            Origin(place),
            IdText.ReadWithKind(place.Member("port"), ElementKind.DirectConnectConnection, ElementKind.DirectConnectLag),
            EnumText.Read<VirtualInterfaceKind>(place.Member("kind")),
            place.Member("vlan").Number(1, 4094),
            Sourced(place.Member("gateway"), id => IdText.ReadWithKind(id, ElementKind.VpnGateway, ElementKind.DirectConnectGateway, ElementKind.Region)),
            Asn(place, "asn"),
            place.Optional("providerAsn") is null ? null : Asn(place, "providerAsn"),
            place.Member("mtu").Number(1, int.MaxValue),
            Policy(place),
            place.Member("isUp").Flag())
        {
            RegisteredPrefixes = place.Optional("registeredPrefixes") is null ? [] : Prefixes(place, "registeredPrefixes"),
            Scope = place.Optional("scope") is { } scope ? EnumText.Read<AdvertisementScope>(scope) : default,
        };
    }

    private static DirectConnectGateway DirectConnectGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "asn", "associations");
        return new DirectConnectGateway(
            Id(place, ElementKind.DirectConnectGateway),
            Origin(place),
            Asn(place, "asn"),
            All(place, "associations", association =>
            {
                association.WithMembers("origin?", "gateway", "allowedPrefixes");
                return new DirectConnectAssociation(
                    IdText.ReadWithKind(association.Member("gateway"), ElementKind.VpnGateway, ElementKind.TransitGateway),
                    Prefixes(association, "allowedPrefixes"),
                    Origin(association));
            }));
    }

    private static RoutingPolicy Policy(JsonPlace place)
    {
        if (place.Optional("policy") is not { } policy)
        {
            return RoutingPolicy.Default;
        }

        policy.WithMembers("advertised", "prepends", "med?", "localPreference", "community");
        return new RoutingPolicy(
            Prefixes(policy, "advertised"),
            policy.Member("prepends").Number(0, 100),
            policy.Optional("med") is { } med ? (uint)med.Whole(0, uint.MaxValue) : null,
            (uint)policy.Member("localPreference").Whole(0, uint.MaxValue),
            EnumText.Read<LocalPreferenceCommunity>(policy.Member("community")));
    }

    private static EquatableArray<Sourced<IpPrefix>> Prefixes(JsonPlace place, string member) =>
        All(place, member, prefix => Sourced(prefix, AddressText.ReadPrefix));

    private static uint Asn(JsonPlace place, string member) => (uint)place.Member(member).Whole(1, LastAsn);

    private static EquatableArray<Sourced<ElementId>> Propagations(JsonPlace table) =>
        OptionalAll(table, "propagations", each => Sourced(each, id => IdText.Read(id, ElementKind.VpnGateway)));
}
