using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Instances and interfaces.</content>
internal static partial class TopologyJsonReader
{
    private static Instance Instance(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "interfaces", "forwarding?", "tags?");
        return new Instance(
            Id(place, ElementKind.Instance),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            All(place, "interfaces", each => IdText.Read(each, ElementKind.NetworkInterface)))
        {
            Forwarding = place.Optional("forwarding") is { } forwarding ? EnumText.Read<HostForwarding>(forwarding) : HostForwarding.None,
            Tags = Tags(place),
        };
    }

    private static NetworkInterface NetworkInterface(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "subnet", "instance?", "privateAddress", "publicAddress?", "securityGroups", "ipv6Addresses?", "managedBy?",
            "sourceDestinationCheck?", "deniesInternetGatewayTraffic?", "participant?", "tags?");
        return new NetworkInterface(
            Id(place, ElementKind.NetworkInterface),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            OptionalReference(place, "instance", ElementKind.Instance),
            AddressText.ReadAnyAddress(place.Member("privateAddress")),
            OptionalAddress(place, "publicAddress"),
            All(place, "securityGroups", group => IdText.Read(group, ElementKind.SecurityGroup)))
        {
            ManagedBy = place.Optional("managedBy") is { } manager ? IdText.ReadWithKind(manager, ElementKind.LoadBalancer, ElementKind.GatewayLoadBalancer, ElementKind.VpcEndpoint, ElementKind.InboundResolverEndpoint) : null,
            SourceDestinationCheck = place.Optional("sourceDestinationCheck")?.Flag() ?? true,
            Tags = Tags(place),
            DeniesInternetGatewayTraffic = place.Optional("deniesInternetGatewayTraffic")?.Flag() ?? false,
            Participant = OptionalReference(place, "participant", ElementKind.Account),
            Ipv6Addresses = place.Optional("ipv6Addresses") is { } addresses
                ? addresses.Items().Select(AddressText.ReadIpv6Address).ToEquatableArray()
                : [],
        };
    }
}
