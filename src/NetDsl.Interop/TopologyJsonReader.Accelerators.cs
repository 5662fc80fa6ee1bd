using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Accelerators, and clients of the internet.</content>
internal static partial class TopologyJsonReader
{
    private static InternetClient InternetClient(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "address", "near");
        return new InternetClient(
            Id(place, ElementKind.InternetClient),
            Origin(place),
            AddressText.ReadAddress(place.Member("address")),
            Reference(place, "near", ElementKind.Region));
    }

    private static Accelerator Accelerator(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "account", "addresses", "ipv6Addresses?", "enabled", "listeners", "customRouting?");
        return new Accelerator(
            Id(place, ElementKind.Accelerator),
            Origin(place),
            Reference(place, "account", ElementKind.Account),
            All(place, "addresses", AddressText.ReadAddress),
            place.Member("enabled").Flag(),
            All(place, "listeners", AcceleratorListener))
        {
            Ipv6Addresses = OptionalAll(place, "ipv6Addresses", AddressText.ReadAnyAddress),
            CustomRouting = place.Optional("customRouting") is { } routing ? CustomRouting(routing) : null,
        };
    }

    private static AcceleratorListener AcceleratorListener(JsonPlace place)
    {
        place.WithMembers("origin?", "ports", "affinity", "groups");
        var ports = place.Member("ports").Items().Select(TrafficText.Read).ToList();
        var protocol = ports.Select(each => each.Protocol).Distinct().ToList();
        return protocol is [var one] && one.HasPorts
            ? new AcceleratorListener(
                one,
                ports.Select(each => each.DestinationPorts).ToEquatableArray(),
                EnumText.Read<ClientAffinity>(place.Member("affinity")),
                All(place, "groups", EndpointGroup),
                Origin(place))
            : throw place.Member("ports").Fault("a listener of an accelerator takes ports of TCP, or ports of UDP");
    }

    private static AcceleratorEndpointGroup EndpointGroup(JsonPlace place)
    {
        place.WithMembers("origin?", "region", "trafficDial", "portOverrides?", "endpoints");
        return new AcceleratorEndpointGroup(
            Reference(place, "region", ElementKind.Region),
            place.Member("trafficDial").Number(0, 100),
            OptionalAll(place, "portOverrides", each =>
            {
                each.WithMembers("origin?", "listenerPort", "endpointPort");
                return new PortOverride(
                    (ushort)each.Member("listenerPort").Number(1, ushort.MaxValue),
                    (ushort)each.Member("endpointPort").Number(1, ushort.MaxValue),
                    Origin(each));
            }),
            All(place, "endpoints", endpoint =>
            {
                endpoint.WithMembers("origin?", "target", "weight", "preservesClientAddress", "healthy");
                return new AcceleratorEndpoint(
                    IdText.ReadWithKind(endpoint.Member("target"), ElementKind.LoadBalancer, ElementKind.Instance, ElementKind.ElasticAddress),
                    endpoint.Member("weight").Number(0, 255),
                    endpoint.Member("preservesClientAddress").Flag(),
                    endpoint.Member("healthy").Flag(),
                    Origin(endpoint));
            }),
            Origin(place));
    }
}
