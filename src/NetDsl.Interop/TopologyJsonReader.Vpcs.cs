using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>VPCs, subnets and their route tables.</content>
internal static partial class TopologyJsonReader
{
    private static Vpc Vpc(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "region", "account", "blocks", "mainRouteTable", "defaultNetworkAcl", "defaultSecurityGroup", "ipv6Blocks?",
            "unadvertisedIpv6Blocks?", "publicAccessExclusion?", "dnsSupport?", "dnsHostnames?", "tags?");
        return new Vpc(
            Id(place, ElementKind.Vpc),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            Reference(place, "account", ElementKind.Account),
            All(place, "blocks", block => Sourced(block, AddressText.ReadIpv4Prefix)),
            Reference(place, "mainRouteTable", ElementKind.RouteTable),
            Reference(place, "defaultNetworkAcl", ElementKind.NetworkAcl),
            Reference(place, "defaultSecurityGroup", ElementKind.SecurityGroup))
        {
            PublicAccessExclusion = Exclusion(place),
            Tags = Tags(place),
            DnsSupport = place.Optional("dnsSupport")?.Flag() ?? true,
            DnsHostnames = place.Optional("dnsHostnames")?.Flag() ?? false,
            Ipv6Blocks = place.Optional("ipv6Blocks") is { } blocks
                ? blocks.Items().Select(block => Sourced(block, AddressText.ReadIpv6Prefix)).ToEquatableArray()
                : [],
            UnadvertisedIpv6Blocks = place.Optional("unadvertisedIpv6Blocks") is { } unadvertised
                ? unadvertised.Items().Select(AddressText.ReadIpv6Prefix).ToEquatableArray()
                : [],
        };
    }

    private static Subnet Subnet(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "vpc", "prefix", "zone", "routeTable", "networkAcl", "needsInternet?", "ipv6Prefix?", "dns64?", "publicAccessExclusion?", "reservations?",
            "participants?", "tags?");
        var subnet = new Subnet(
            Id(place, ElementKind.Subnet),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            Prefix(place, "prefix"),
            Sourced(place.Member("zone"), zone => zone.Text()),
            Reference(place, "routeTable", ElementKind.RouteTable),
            Reference(place, "networkAcl", ElementKind.NetworkAcl),
            place.Optional("needsInternet") is { } needs ? OriginText.Read(needs) : null)
        {
            PublicAccessExclusion = Exclusion(place),
            Ipv6Prefix = place.Optional("ipv6Prefix") is { } prefix ? Sourced(prefix, AddressText.ReadIpv6Prefix) : null,
            Tags = Tags(place),
            Dns64 = place.Optional("dns64")?.Flag() ?? false,
        };
        return WithSharing(subnet, place);
    }

    private static RouteTable RouteTable(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "routes", "propagations?", "routeServers?");
        return new RouteTable(
            Id(place, ElementKind.RouteTable),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "routes", route =>
            {
                route.WithMembers("origin?", "destination", "target", "prefixList?");
                return new Route(Prefix(route, "destination"), Sourced(route.Member("target"), RouteTarget), Origin(route))
                {
                    PrefixList = OptionalReference(route, "prefixList", ElementKind.PrefixList),
                };
            }))
        {
            Propagations = Propagations(place),
            RouteServers = RouteServers(place),
        };
    }

    private static ElementId RouteTarget(JsonPlace place) => IdText.ReadWithKind(
        place,
        ElementKind.InternetGateway,
        ElementKind.NatGateway,
        ElementKind.EgressOnlyInternetGateway,
        ElementKind.RegionalNatGateway,
        ElementKind.NetworkInterface,
        ElementKind.Peering,
        ElementKind.TransitGateway,
        ElementKind.VpnGateway,
        ElementKind.VpcEndpoint,
        ElementKind.RouteTable);
}
