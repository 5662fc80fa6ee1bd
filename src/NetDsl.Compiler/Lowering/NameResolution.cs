using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Finds what the resolver of each VPC answers with. Source: "DNS attributes for your VPC" and "DNS resolution for a VPC peering
/// connection", Amazon VPC documentation; "Considerations when working with a private hosted zone", Amazon Route 53 Developer Guide.
/// </summary>
internal static class NameResolution
{
    /// <summary>The resolvers that are not as the vendor makes them.</summary>
    public static EquatableArray<NameResolver> All(TopologyIndex index, NodeTable nodes) => index.Topology.Vpcs
        .Select(vpc => Of(index, nodes, vpc))
        .Where(resolver => !resolver.IsDefault)
        .ToEquatableArray();

    private static NameResolver Of(TopologyIndex index, NodeTable nodes, Vpc vpc)
    {
        var topology = index.Topology;
        return new NameResolver(
            nodes.Of(vpc),
            vpc.DnsSupport,
            vpc.DnsHostnames,
            topology.Peerings
                .Where(peering => peering.Joins(vpc.Id) && peering.AllowsDnsResolution(peering.PeerOf(vpc.Id)))
                .Select(peering => nodes.Of(index.Get<Vpc>(peering.PeerOf(vpc.Id))))
                .Distinct()
                .ToEquatableArray(),
            [.. Domains(index, nodes, vpc)],
            topology.Hybrid.Sites
                .Where(site => site.Resolver is { } endpoint && index.Get<InboundResolverEndpoint>(endpoint).Vpc == vpc.Id)
                .Select(nodes.Of)
                .ToEquatableArray());
    }

    private static IEnumerable<NameDomain> Domains(TopologyIndex index, NodeTable nodes, Vpc vpc)
    {
        var topology = index.Topology;
        foreach (var rule in topology.Names.Rules.Where(rule => rule.Vpcs.Contains(vpc.Id)))
        {
            yield return new NameDomain(rule.Domain, NameDomainKind.ForwardingRule, nodes.Of(rule), [Answer(rule.Domain, rule.Targets)]);
        }

        // with either attribute off neither private hosted zones nor private DNS of endpoints hold.
        if (!vpc.DnsSupport || !vpc.DnsHostnames)
        {
            yield break;
        }

        foreach (var zone in topology.Names.Zones.Where(zone => zone.Vpcs.Contains(vpc.Id)))
        {
            yield return new NameDomain(
                zone.Name,
                NameDomainKind.HostedZone,
                nodes.Of(zone),
                zone.Records.Select(record => Answer(record.Name, record.Addresses)).ToEquatableArray());
        }

        foreach (var endpoint in topology.VpcEndpoints.Where(endpoint => endpoint.Vpc == vpc.Id && endpoint.Kind == VpcEndpointKind.Interface && endpoint.PrivateDns))
        {
            foreach (var (domain, byService) in NamesOf(index.Get<Element>(endpoint.Service.Value)))
            {
                var records = endpoint.DnsRecordIpType == DnsRecordIpType.ServiceDefined ? byService : endpoint.DnsRecordIpType;
                var interfaces = endpoint.Interfaces.Select(index.Get<NetworkInterface>).ToList();
                yield return Zone(
                    domain,
                    endpoint.PrivateDnsOnlyForInboundResolver ? NameDomainKind.InboundEndpointZone : NameDomainKind.EndpointZone,
                    nodes.Of(endpoint),
                    EndpointRecords.Of(records, interfaces.Select(each => (each.PrivateAddress, each.Ipv6Addresses))));
            }
        }

        // Of several that tell records the first holds [M], and private DNS of an interface endpoint before all.
        foreach (var endpoint in topology.VpcEndpoints.Where(endpoint => endpoint.Vpc == vpc.Id && endpoint is { Kind: VpcEndpointKind.Gateway, DnsRecordIpType: not DnsRecordIpType.ServiceDefined }))
        {
            var service = index.Get<PublicService>(endpoint.Service.Value);
            foreach (var (domain, _) in NamesOf(service))
            {
                yield return Zone(
                    domain, NameDomainKind.GatewayEndpointZone, nodes.Of(endpoint), EndpointCompilation.AddressesOf(service).Where(address => IsTold(endpoint.DnsRecordIpType, address)));
            }
        }
    }

    /// <summary>The names by which everybody knows a service, and the records that each has where the service defines them.</summary>
    private static IEnumerable<(string Domain, DnsRecordIpType Records)> NamesOf(Element service)
    {
        if (ServiceNames.Of(service) is { } name)
        {
            yield return (name, DnsRecordIpType.Ipv4);
        }

        if (service is PublicService { Ipv6Prefix: not null } vendors)
        {
            yield return (ServiceNames.OfVendorDualStack(vendors.Name, vendors.Region.Path), DnsRecordIpType.Dualstack);
        }
    }

    private static bool IsTold(DnsRecordIpType records, IpAddress address) => records != (address.IsIpv4 ? DnsRecordIpType.Ipv6 : DnsRecordIpType.Ipv4);

    private static NameDomain Zone(string domain, NameDomainKind kind, int node, IEnumerable<IpAddress> addresses)
    {
        var answer = addresses.ToEquatableArray();
        return new NameDomain(domain, kind, node, [new NameAnswer(domain, answer), new NameAnswer($"*.{domain}", answer)]);
    }

    private static NameAnswer Answer(string name, IEnumerable<Ipv4Address> addresses) =>
        new(name, addresses.Select(address => (IpAddress)address).ToEquatableArray());
}
