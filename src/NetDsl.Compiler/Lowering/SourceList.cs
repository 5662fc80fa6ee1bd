using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Where packets enter: subnets with hosts, NAT gateways and other translators with what they send on, and the internet.</summary>
internal sealed partial class SourceList
{
    private readonly Dictionary<ElementId, int> indexes = [];
    private readonly Dictionary<ElementId, int> forwarders = [];
    private readonly Dictionary<ElementId, int> nat64 = [];
    private readonly List<Source> all = [];

    public SourceList(TopologyIndex index, NodeTable nodes)
    {
        var used = SubnetsWithInterfaces(index.Topology);
        foreach (var subnet in index.Topology.Subnets.Where(subnet => used.Contains(subnet.Id)))
        {
            Add(subnet.Id, new Source(nodes.Of(subnet), subnet, SourceKind.Subnet));
        }

        foreach (var gateway in index.Topology.NatGateways)
        {
            Add(gateway.Id, new Source(nodes.Of(gateway), index.Get<Subnet>(gateway.Subnet), SourceKind.Restored) { By = gateway.Id });
        }

        foreach (var gateway in Nat64Gateways(index.Topology))
        {
            nat64.Add(gateway.Id, all.Count);
            all.Add(new Source(nodes.Of(gateway), index.Get<Subnet>(gateway.Subnet), SourceKind.Nat64) { By = gateway.Id });
        }

        foreach (var gateway in index.Topology.RegionalNatGateways)
        {
            foreach (var zone in gateway.Zones)
            {
                var place = index.PlaceOf(gateway, zone);
                Add(place.Id, new Source(nodes.Of(gateway), place, SourceKind.RegionalNat) { Of = gateway });
            }
        }

        foreach (var node in Translators(index.Topology))
        {
            Add(node.Id, new Source(nodes.Of(node), index.Get<Subnet>(node.Subnet), SourceKind.Translated) { Of = node });
        }

        foreach (var site in index.Topology.Hybrid.Sites)
        {
            Add(site.Id, new Source(nodes.Of(site), null, SourceKind.Site) { Site = site });
        }

        foreach (var each in NatInstances(index.Topology))
        {
            forwarders.Add(each.Id, all.Count);
            all.Add(new Source(nodes.Of(each), index.Get<Subnet>(each.Subnet), SourceKind.Restored) { By = each.Id });
        }

        foreach (var endpoint in GatewayEndpoints(index.Topology))
        {
            Add(endpoint.Id, new Source(nodes.Of(endpoint), null, SourceKind.GatewayEndpoint) { Vpc = index.Get<Vpc>(endpoint.Vpc), By = endpoint.Id });
        }

        foreach (var endpoint in index.Topology.ClientVpnEndpoints)
        {
            foreach (var association in endpoint.Associations)
            {
                Add(association.Id, new Source(nodes.Of(association), null, SourceKind.ClientVpnReturn) { Of = endpoint, By = association.Id });
            }

            foreach (var client in endpoint.Clients)
            {
                Add(client.Id, new Source(nodes.Of(client), null, SourceKind.VpnClient) { Of = client });
            }
        }

        AddAccelerators(index, nodes);
        foreach (var service in ServicesWithSites(index.Topology))
        {
            Add(service.Id, new Source(nodes.Of(service), null, SourceKind.Service) { Of = service });
        }

        all.Add(new Source(nodes.Internet, null, SourceKind.Internet));
    }

    public IReadOnlyList<Source> All => all;

    /// <summary>The index of the source class of what comes from outside: the last one.</summary>
    public int Internet => all.Count - 1;

    /// <summary>How many there are in a topology.</summary>
    public static int CountOf(Topology topology) =>
        SubnetsWithInterfaces(topology).Count + topology.NatGateways.Count + topology.RegionalNatGateways.Sum(gateway => gateway.Zones.Count) + Nat64Gateways(topology).Count()
        + Translators(topology).Count() + NatInstances(topology).Count()
        + topology.Hybrid.Sites.Count + GatewayEndpoints(topology).Count() + 1
        + topology.ClientVpnEndpoints.Sum(endpoint => endpoint.Associations.Count + endpoint.Clients.Count)
        + CountOfAccelerators(topology) + ServicesWithSites(topology).Count;

    /// <summary>The index of the source class of a subnet, a NAT gateway or another translator.</summary>
    public int IndexOf(ElementId id) => indexes[id];

    /// <summary>The source class of the replies that an interface of a NAT instance gives back; nothing for every other element.</summary>
    public int? OfForwarder(ElementId id) => forwarders.TryGetValue(id, out var source) ? source : null;

    /// <summary>The source class of the replies of a service of the vendor's.</summary>
    public int OfService(PublicService service) => indexes.TryGetValue(service.Id, out var source) ? source : Internet;

    /// <summary>The source class of what a NAT gateway has translated from IPv6 to IPv4.</summary>
    public int OfNat64(NatGateway gateway) => nat64[gateway.Id];

    /// <summary>The NAT gateways that IPv6 can come to: those that an IPv6 route leads to.</summary>
    private static IEnumerable<NatGateway> Nat64Gateways(Topology topology)
    {
        var targets = new HashSet<ElementId>(topology.RouteTables
            .SelectMany(table => table.Routes)
            .Where(route => route.Destination.Value.IsIpv6)
            .Select(route => route.Target.Value));
        return topology.NatGateways.Where(gateway => targets.Contains(gateway.Id));
    }

    /// <summary>The interfaces of hosts that translate what they send on.</summary>
    private static IEnumerable<NetworkInterface> NatInstances(Topology topology)
    {
        var hosts = new HashSet<ElementId>(topology.Instances
            .Where(instance => instance.Forwarding == HostForwarding.Translating)
            .Select(instance => instance.Id));
        return topology.NetworkInterfaces.Where(each => each.Instance is { } instance && hosts.Contains(instance));
    }

    /// <summary>The services whose replies may go to sites by public virtual interfaces; all, when there is one.</summary>
    private static EquatableArray<PublicService> ServicesWithSites(Topology topology) =>
        topology.Hybrid.VirtualInterfaces.Any(each => each.Kind == VirtualInterfaceKind.Public) ? topology.PublicServices : [];

    private static HashSet<ElementId> SubnetsWithInterfaces(Topology topology) =>
        [.. topology.NetworkInterfaces.Where(each => !each.Translates).Select(each => each.Subnet)];

    private static IEnumerable<VpcEndpoint> GatewayEndpoints(Topology topology) =>
        topology.VpcEndpoints.Where(endpoint => endpoint.Kind == VpcEndpointKind.Gateway);

    /// <summary>The interfaces of load balancers and endpoints: they send on what they have translated.</summary>
    private static IEnumerable<NetworkInterface> Translators(Topology topology) =>
        topology.NetworkInterfaces.Where(each => each.Translates);

    private void Add(ElementId id, Source source)
    {
        indexes.Add(id, all.Count);
        all.Add(source);
    }
}

/// <summary>How packets of a source class start.</summary>
internal enum SourceKind
{
    /// <summary>An interface of the subnet sends them.</summary>
    Subnet,

    /// <summary>Replies that a translator in the subnet has restored; their source is of somebody else.</summary>
    Restored,

    /// <summary>Replies that a regional NAT gateway has restored in a zone; its own table routes them.</summary>
    RegionalNat,

    /// <summary>What a translator in the subnet sends on in its own name: its address is the source.</summary>
    Translated,

    /// <summary>What a NAT gateway in the subnet sends on in its own name, translated from IPv6 to IPv4.</summary>
    Nat64,

    /// <summary>A host of a site sends them.</summary>
    Site,

    /// <summary>Replies of a service that enter a VPC by a gateway endpoint.</summary>
    GatewayEndpoint,

    /// <summary>A client of a Client VPN endpoint sends them.</summary>
    VpnClient,

    /// <summary>Replies that an association of a Client VPN endpoint has restored.</summary>
    ClientVpnReturn,

    /// <summary>An accelerator sends them over the internet: replies to clients, or flows to public addresses.</summary>
    Accelerator,

    /// <summary>An accelerator's flows that come into a VPC beside their endpoint.</summary>
    AcceleratorEntry,

    /// <summary>Replies that go back to an accelerator by the way that the flow came.</summary>
    AcceleratorReturn,

    /// <summary>Replies of a service of the vendor's.</summary>
    Service,

    /// <summary>They come from outside.</summary>
    Internet,
}

/// <summary>Where packets enter.</summary>
/// <param name="Node">The subnet, the translator or the internet.</param>
/// <param name="Subnet">The subnet that they leave; nothing for the internet or a site.</param>
/// <param name="Kind">How they start.</param>
internal sealed record Source(int Node, Subnet? Subnet, SourceKind Kind)
{
    /// <summary>The site that they come from, when they do.</summary>
    public Site? Site { get; init; }

    /// <summary>The VPC that replies enter by a gateway endpoint.</summary>
    public Vpc? Vpc { get; init; }

    /// <summary>The client, the interface or the gateway that they come from, or the endpoint that they return to.</summary>
    public Element? Of { get; init; }

    /// <summary>Who restored or translated them, or let them in, where that tells source classes apart and makes no difference to their path.</summary>
    public ElementId? By { get; init; }

    /// <summary>What the source class is of.</summary>
    public SourceKey Key => new(Kind, Subnet?.Id, (Of ?? Site ?? (Element?)Vpc)?.Id, By);
}
