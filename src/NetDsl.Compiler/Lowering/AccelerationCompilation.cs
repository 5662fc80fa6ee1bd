using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Finds what accelerators may choose from, and how near it is to whom. Source: "How AWS Global Accelerator works" and "Endpoints for standard
/// accelerators", AWS Global Accelerator Developer Guide.
/// </summary>
internal sealed partial class AccelerationCompilation
{
    private readonly TopologyIndex index;
    private readonly NodeTable nodes;
    private readonly HolderList holders;
    private readonly ILookup<int, Distribution> distributionsOf;

    private AccelerationCompilation(TopologyIndex index, NodeTable nodes, HolderList holders, EquatableArray<Distribution> distributions)
    {
        this.index = index;
        this.nodes = nodes;
        this.holders = holders;
        distributionsOf = distributions.ToLookup(distribution => distribution.Node);
    }

    /// <summary>What all accelerators do.</summary>
    public static EquatableArray<Acceleration> All(
        TopologyIndex index, NodeTable nodes, HolderList holders, EquatableArray<Distribution> distributions)
    {
        var compilation = new AccelerationCompilation(index, nodes, holders, distributions);
        return index.Topology.Accelerators.Select(compilation.Compile).ToEquatableArray();
    }

    /// <summary>The edge locations: one for everybody, for whom regions are as near as they were declared, and one beside each region.</summary>
    public static EquatableArray<EdgeLocation> Edges(TopologyIndex index, NodeTable nodes, HolderList holders)
    {
        var topology = index.Topology;
        if (topology.Accelerators.Count == 0)
        {
            return [];
        }

        var clients = topology.InternetClients
            .Select(client => (Region: client.Near, Address: (IpAddress)client.Address))
            .Concat(holders.PublicAddresses)
            .ToLookup(each => each.Region, each => each.Address);
        return
        [
            new EdgeLocation([], topology.Regions.Select(nodes.Of).ToEquatableArray()),
            .. topology.Regions.Where(region => clients.Contains(region.Id)).Select(region => new EdgeLocation(
                clients[region.Id].ToEquatableArray(),
                RegionProximity.From(region, topology.Regions).Select(nodes.Of).ToEquatableArray())),
        ];
    }

    /// <summary>The hosts of the internet that have names.</summary>
    public static EquatableArray<GraphClient> Clients(Topology topology, NodeTable nodes) =>
        topology.InternetClients.Select(client => new GraphClient(nodes.Of(client), client.Address)).ToEquatableArray();

    private Acceleration Compile(Accelerator accelerator) => new(
        nodes.Of(accelerator),
        accelerator.Addresses.Select(address => holders.OfAcceleratorAddress(address)).ToEquatableArray(),
        accelerator.IsEnabled,
        accelerator.Listeners
            .Select(listener => new AccelerationRule(
                listener.Protocol,
                listener.Ports,
                listener.Affinity == ClientAffinity.SourceIp,
                listener.Groups.Where(group => group.Endpoints.Count > 0).Select(Compile).ToEquatableArray(),
                nodes.Relative(listener.Origin)))
            .Concat(accelerator.CustomRouting is { } routing ? routing.Listeners.SelectMany(RulesOf) : [])
            .ToEquatableArray());

    private AccelerationGroup Compile(AcceleratorEndpointGroup group) => new(
        nodes.Of(index.Get<Region>(group.Region)),
        group.TrafficDial,
        group.PortOverrides.Select(each => new PortMapping(each.ListenerPort, each.EndpointPort)).ToEquatableArray(),
        group.Endpoints.Select(Compile).ToEquatableArray());

    private AccelerationEndpoint Compile(AcceleratorEndpoint endpoint)
    {
        var inside = AcceleratedEndpoints.InterfacesInside(index.Topology, endpoint).Select(index.Get<NetworkInterface>).ToList();
        return new AccelerationEndpoint(
            endpoint.Target.Kind == ElementKind.Instance ? nodes.Of(inside[0]) : nodes.Of(index.Get<Element>(endpoint.Target)),
            endpoint.Weight,
            index.Find(endpoint.Target) is LoadBalancer balancer ? IsHealthy(balancer) : endpoint.IsHealthy,
            endpoint.PreservesClientAddress,
            inside.Count == 0 ? -1 : holders.Sources.AcceleratorEntry(index.Get<Subnet>(inside[0].Subnet).Vpc),
            Targets(endpoint, inside).ToEquatableArray(),
            nodes.Relative(endpoint.Origin));
    }

    private IEnumerable<AccelerationTarget> Targets(AcceleratorEndpoint endpoint, List<NetworkInterface> inside)
    {
        switch (index.Find(endpoint.Target))
        {
            case ElasticAddress elastic:
                return [new AccelerationTarget(nodes.Of(elastic), elastic.Address, Holder: -1, Return: -1)];
            case LoadBalancer balancer:
                var answering = Answering(balancer);
                return balancer.Nodes
                    .Select(index.Get<NetworkInterface>)
                    .Where(node => answering.Contains(holders.Of(node)))
                    .Select(node => inside.Count > 0
                        ? Inside(node)
                        : new AccelerationTarget(nodes.Of(node), node.PublicAddress!.Value, Holder: -1, Return: -1));
            default:
                return inside.Select(Inside);
        }
    }

    private AccelerationTarget Inside(NetworkInterface each) =>
        new(nodes.Of(each), each.PrivateAddress, holders.Of(each), holders.Sources.AcceleratorReturn(each))
        {
            Ipv6Address = each.Ipv6Addresses.Select(address => (IpAddress?)address).FirstOrDefault(),
        };

    /// <summary>R-6.8: the nodes that the balancer's name answers with; all when every one has a listener without a target.</summary>
    private HashSet<int> Answering(LoadBalancer balancer)
    {
        var all = distributionsOf[nodes.Of(balancer)].ToList();
        var answering = all.FindAll(node => node.IsInDns);
        return [.. (answering.Count > 0 ? answering : all).Select(node => node.Holder)];
    }

    /// <summary>Each of its target groups has a healthy target.</summary>
    private bool IsHealthy(LoadBalancer balancer) =>
        balancer.Listeners.All(listener => index.Get<TargetGroup>(listener.TargetGroup).Targets.Any(target => target.IsHealthy));
}
