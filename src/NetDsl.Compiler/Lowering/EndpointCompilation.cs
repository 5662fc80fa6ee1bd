using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Finds where the interfaces of endpoints lead. Source: "AWS PrivateLink concepts" and "Share your services", AWS PrivateLink guide.
/// </summary>
internal static class EndpointCompilation
{
    /// <summary>The links of all interface endpoints.</summary>
    public static EquatableArray<EndpointLink> All(TopologyIndex index, NodeTable nodes, HolderList holders) => index.Topology.VpcEndpoints
        .Where(endpoint => endpoint.Kind == VpcEndpointKind.Interface)
        .SelectMany(endpoint => endpoint.Interfaces
            .Select(index.Get<NetworkInterface>)
            .Select(each => Link(index, nodes, holders, endpoint, each)))
        .ToEquatableArray();

    /// <summary>The policies that authors gave.</summary>
    public static EquatableArray<GraphEndpointPolicy> Policies(Topology topology, NodeTable nodes) => topology.VpcEndpoints
        .Where(endpoint => endpoint.Policy is not null)
        .Select(endpoint => new GraphEndpointPolicy(nodes.Of(endpoint), Relative(endpoint.Policy!, nodes)))
        .ToEquatableArray();

    /// <summary>The policies of resources, each with the endpoints by which requests may come: of a VPC, all that it has to the service.</summary>
    public static EquatableArray<GraphResourcePolicy> ResourcePolicies(Topology topology, NodeTable nodes) => topology.PublicServices
        .SelectMany(service => service.ResourcePolicies.Select(policy => new GraphResourcePolicy(
            nodes.Of(service),
            policy.Resource,
            topology.VpcEndpoints
                .Where(endpoint => endpoint.Service.Value == service.Id
                    && policy.OnlyFrom.Any(source => source.Value == endpoint.Id || source.Value == endpoint.Vpc))
                .Select(endpoint => nodes.Of(endpoint))
                .ToEquatableArray(),
            nodes.Relative(policy.Origin))))
        .ToEquatableArray();

    /// <summary>The vendor's services, each with the first address of a family that a host would have.</summary>
    public static EquatableArray<GraphService> Services(Topology topology, NodeTable nodes) => topology.PublicServices
        .Select(service => new GraphService(nodes.Of(service), FirstHost(service.Prefix))
        {
            Ipv6Address = service.Ipv6Prefix is { } prefix ? FirstHost(prefix) : null,
        })
        .ToEquatableArray();

    /// <summary>The addresses that the names of a service of the vendor's answer with, one of a family.</summary>
    public static IEnumerable<IpAddress> AddressesOf(PublicService service) => service.Prefixes.Select(FirstHost);

    private static IpAddress FirstHost(IpPrefix prefix) => prefix.Length < (prefix.IsIpv4 ? 31 : 127) ? prefix.First.Plus(1) : prefix.First;

    private static EndpointPolicy Relative(EndpointPolicy policy, NodeTable nodes) => new(
        nodes.Relative(policy.Origin),
        policy.Statements.Select(statement => statement with { Origin = nodes.Relative(statement.Origin) }).ToEquatableArray());

    private static EndpointLink Link(
        TopologyIndex index, NodeTable nodes, HolderList holders, VpcEndpoint endpoint, NetworkInterface each)
    {
        var service = index.Get<Element>(endpoint.Service.Value);
        var subnet = index.Get<Subnet>(each.Subnet);
        var node = service is EndpointService provider ? NodeIn(index, provider, index.ZoneIdOf(subnet)) : null;
        var (refusal, text) = (endpoint.State, service, node) switch
        {
            (not VpcEndpointState.Available, _, _) => (
                DropCode.EndpointNotAccepted,
                $"endpoint '{endpoint.Name}' is {(endpoint.State == VpcEndpointState.Rejected ? "rejected" : "waiting for acceptance")}; call Accept(…) on endpoint service '{service.Name}'"),
            (_, EndpointService, null) => (
                DropCode.VpceServiceNotInstalledInAz,
                $"no load balancer of endpoint service '{service.Name}' has a node in {subnet.Zone}; add a subnet of that zone to one"),
            _ => ((DropCode?)null, ""),
        };
        return new EndpointLink(
            holders.Of(each), nodes.Of(endpoint), nodes.Of(service), refusal is null && node is not null ? holders.Of(node) : -1, refusal, text)
        {
            Records = endpoint.DnsRecordIpType,
        };
    }

    /// <summary>
    /// R-6.18: a node in the interface's own zone, whatever the provider calls it; of several load balancers the vendor picks one at random and keeps it, the model the first.
    /// </summary>
    private static NetworkInterface? NodeIn(TopologyIndex index, EndpointService service, string zoneId) => service.LoadBalancers
        .Select(index.Get<LoadBalancer>)
        .SelectMany(balancer => balancer.Nodes)
        .Select(index.Get<NetworkInterface>)
        .FirstOrDefault(node => index.ZoneIdOf(index.Get<Subnet>(node.Subnet)) == zoneId);
}
