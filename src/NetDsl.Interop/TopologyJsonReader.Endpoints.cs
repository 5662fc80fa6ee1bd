using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Services and endpoints.</content>
internal static partial class TopologyJsonReader
{
    private static PublicService PublicService(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "region", "prefix", "supportedIpAddressTypes?", "ipv6Prefix?", "resourcePolicies?");
        return new PublicService(
            Id(place, ElementKind.PublicService),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            AddressText.ReadIpv4Prefix(place.Member("prefix")))
        {
            SupportedIpAddressTypes = AddressType(place, "supportedIpAddressTypes"),
            Ipv6Prefix = place.Optional("ipv6Prefix") is { } ipv6 ? AddressText.ReadIpv6Prefix(ipv6) : null,
            ResourcePolicies = OptionalAll(place, "resourcePolicies", ResourcePolicy),
        };
    }

    private static ResourcePolicy ResourcePolicy(JsonPlace place)
    {
        place.WithMembers("resource", "origin?", "onlyFrom");
        return new ResourcePolicy(
            place.Member("resource").Text(),
            Origin(place),
            All(place, "onlyFrom", source => Sourced(source, each => IdText.ReadWithKind(each, ElementKind.VpcEndpoint, ElementKind.Vpc))));
    }

    private static VpcEndpoint VpcEndpoint(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "kind", "service", "routeTables", "interfaces", "privateDns", "state", "privateDnsOnlyForInboundResolver?", "ipAddressType?", "dnsRecordIpType?", "policy?");
        var kind = EnumText.Read<VpcEndpointKind>(place.Member("kind"));
        return new VpcEndpoint(
            Id(place, ElementKind.VpcEndpoint),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            kind,
            Sourced(place.Member("service"), service => IdText.ReadWithKind(service, ElementKind.PublicService, ElementKind.EndpointService)),
            All(place, "routeTables", table => IdText.Read(table, ElementKind.RouteTable)),
            All(place, "interfaces", each => IdText.Read(each, ElementKind.NetworkInterface)),
            place.Member("privateDns").Flag(),
            EnumText.Read<VpcEndpointState>(place.Member("state")))
        {
            PrivateDnsOnlyForInboundResolver = place.Optional("privateDnsOnlyForInboundResolver")?.Flag() ?? false,
            IpAddressType = AddressType(place, "ipAddressType"),
            DnsRecordIpType = place.Optional("dnsRecordIpType") is { } records ? EnumText.Read<DnsRecordIpType>(records)
                : kind == VpcEndpointKind.Gateway ? DnsRecordIpType.ServiceDefined
                : DnsRecordIpType.Ipv4,
            Policy = place.Optional("policy") is { } policy ? EndpointPolicy(policy) : null,
        };
    }

    private static EndpointPolicy EndpointPolicy(JsonPlace place)
    {
        place.WithMembers("origin?", "statements");
        return new EndpointPolicy(Origin(place), All(place, "statements", statement =>
        {
            statement.WithMembers("name", "origin?", "effect", "accounts", "actions", "resources");
            return new PolicyStatement(
                statement.Member("name").Text(),
                Origin(statement),
                EnumText.Read<PolicyEffect>(statement.Member("effect")),
                All(statement, "accounts", account => account.Text()),
                All(statement, "actions", action => action.Text()),
                All(statement, "resources", resource => resource.Text()));
        }));
    }

    private static EndpointService EndpointService(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "loadBalancers", "gatewayLoadBalancers?", "acceptanceRequired", "privateDnsName?", "supportedIpAddressTypes?");
        return new EndpointService(
            Id(place, ElementKind.EndpointService),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "loadBalancers", balancer => IdText.Read(balancer, ElementKind.LoadBalancer)),
            place.Member("acceptanceRequired").Flag())
        {
            GatewayLoadBalancers = OptionalAll(place, "gatewayLoadBalancers", balancer => IdText.Read(balancer, ElementKind.GatewayLoadBalancer)),
            SupportedIpAddressTypes = AddressType(place, "supportedIpAddressTypes"),
            PrivateDnsName = place.Optional("privateDnsName") is { } name ? Name(name) : null,
        };
    }
}
