using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Zones, rules and resolvers.</content>
internal static partial class TopologyJsonReader
{
    private static DomainNames DomainNames(JsonPlace? place)
    {
        if (place is null)
        {
            return Model.DomainNames.None;
        }

        place.WithMembers("zones?", "rules?", "inboundEndpoints?");
        return new DomainNames
        {
            Zones = OptionalAll(place, "zones", PrivateHostedZone),
            Rules = OptionalAll(place, "rules", ResolverRule),
            InboundEndpoints = OptionalAll(place, "inboundEndpoints", InboundResolverEndpoint),
        };
    }

    private static PrivateHostedZone PrivateHostedZone(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpcs", "records");
        return new PrivateHostedZone(
            Id(place, ElementKind.PrivateHostedZone),
            Origin(place),
            All(place, "vpcs", vpc => IdText.Read(vpc, ElementKind.Vpc)),
            All(place, "records", record =>
            {
                record.WithMembers("origin?", "name", "addresses");
                return new NameRecord(Name(record.Member("name")), Addresses(record, "addresses"), Origin(record));
            }));
    }

    private static ResolverRule ResolverRule(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "region", "domain", "targets", "vpcs");
        return new ResolverRule(
            Id(place, ElementKind.ResolverRule),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            Name(place.Member("domain")),
            Addresses(place, "targets"),
            All(place, "vpcs", vpc => IdText.Read(vpc, ElementKind.Vpc)));
    }

    private static InboundResolverEndpoint InboundResolverEndpoint(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "interfaces");
        return new InboundResolverEndpoint(
            Id(place, ElementKind.InboundResolverEndpoint),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "interfaces", each => IdText.Read(each, ElementKind.NetworkInterface)));
    }

    private static EquatableArray<Ipv4Address> Addresses(JsonPlace place, string member) => All(place, member, AddressText.ReadAddress);

    private static string Name(JsonPlace place) => place.Text() is var text && DomainName.Canonical(text) == text && DomainName.Fault(text, wildcard: true) is null
        ? text
        : throw place.Fault($"'{JsonPlace.Printable(text)}' is not a domain name in small letters");
}
