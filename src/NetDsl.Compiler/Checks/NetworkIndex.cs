using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A topology, which may have gaps, with the look-ups that checks ask for and the names by which messages call its elements.
/// </summary>
internal sealed class NetworkIndex
{
    private readonly Dictionary<ElementId, Element> elements = [];
    private readonly Lazy<HashSet<(ElementKind Kind, string Name)>> ambiguousNames;
    private readonly ILookup<ElementId, Subnet> subnets;
    private readonly ILookup<ElementId?, NatGateway> natGateways;
    private readonly Dictionary<ElementId, InternetGateway> internetGateways = [];
    private readonly Lazy<HashSet<ElementId>> subnetsWithHosts;
    private readonly Lazy<IReadOnlyList<(NetworkInterface Host, Subnet Subnet)>> ipv6Hosts;
    private TopologyIndex? whole;
    private RouteTables? tables;
    private NetworkLowering? plan;
    private EquatableArray<IntentVerdict>? verdicts;
    private IReadOnlyList<UnansweredConnection>? unanswered;

    public NetworkIndex(Topology topology, CancellationToken cancellation = default)
    {
        Topology = topology;
        Cancellation = cancellation;
        foreach (var element in topology.Elements)
        {
            elements[element.Id] = element;
        }

        // Checks ask VPC by VPC, at every keystroke.
        subnets = topology.Subnets.ToLookup(subnet => subnet.Vpc);
        natGateways = topology.NatGateways.ToLookup(gateway => Find<Subnet>(gateway.Subnet)?.Vpc);
        foreach (var gateway in topology.InternetGateways.Where(gateway => gateway.Vpc is { } vpc && !internetGateways.ContainsKey(vpc)))
        {
            internetGateways.Add(gateway.Vpc!, gateway);
        }

        subnetsWithHosts = new(() => [.. topology.NetworkInterfaces.Where(each => each.ManagedBy is null).Select(each => each.Subnet)]);

        ipv6Hosts = new(() =>
        [
            .. from host in topology.NetworkInterfaces
               where host.Ipv6Addresses.Count > 0
               let subnet = Find<Subnet>(host.Subnet)
               where subnet is not null
               select (host, subnet),
        ]);

        // Only what is told needs names.
        ambiguousNames = new(() => [.. elements.Keys.GroupBy(id => (id.Kind, id.Name)).Where(same => same.Count() > 1).Select(same => same.Key)]);
    }

    public Topology Topology { get; }

    /// <summary>Asked by checks that take long.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>
    /// What the network does, as the lowering understands it. For checks that need the whole topology: a part that is missing is an exception.
    /// </summary>
    public TopologyIndex Whole => whole ??= new TopologyIndex(Topology);

    /// <summary>What its route tables know. For checks that need the whole topology.</summary>
    public RouteTables Tables => tables ??= new RouteTables(Whole);

    /// <summary>Its paths, as far as somebody has asked for them: what one check has walked, the next need not.</summary>
    private NetworkLowering Plan => plan ??= new NetworkLowering(Topology);

    /// <summary>Whether its intents hold. For checks that need the whole topology.</summary>
    public EquatableArray<IntentVerdict> Verdicts => verdicts ??= IntentProof.Of(Topology, () => Plan, Cancellation);

    /// <summary>Whether checks may take their time, because nobody waits at an editor.</summary>
    public bool IsThorough { get; init; }

    /// <summary>Connections that begin and are never answered; none where they are too many to look for at every edit. For checks that need the whole topology.</summary>
    public IReadOnlyList<UnansweredConnection> Unanswered => unanswered ??= IsThorough || UnansweredSearch.IsQuick(Topology) ? UnansweredSearch.Of(Plan, Cancellation) : [];

    /// <summary>The element; nothing when a problem keeps it out of the topology.</summary>
    public T? Find<T>(ElementId id)
        where T : Element => elements.TryGetValue(id, out var element) ? element as T : null;

    /// <summary>What a node of a graph stands for; nothing when it is none of the elements, such as the internet.</summary>
    public Element? Find(GraphNode node) => ElementKinds.OfCode(node.Kind) is { } kind ? Find<Element>(new ElementId(kind, node.Path)) : null;

    /// <summary>A node of the graph, by its number. For checks that need the whole topology.</summary>
    public GraphNode Node(int number) => Plan.Node(number);

    /// <summary>The blocks of a VPC; none when it is not there.</summary>
    public IEnumerable<IpPrefix> BlocksOf(ElementId vpc) => Find<Vpc>(vpc)?.AllBlocks.Select(block => block.Value) ?? [];

    public IEnumerable<Subnet> SubnetsOf(ElementId vpc) => subnets[vpc];

    /// <summary>The routes by which hosts of a subnet send to a transit gateway; none where nothing in it sends by itself. For checks that need the whole topology.</summary>
    public IEnumerable<MergedRoute> RoutesOfHosts(Subnet subnet, TransitGateway gateway) =>
        HasHosts(subnet) ? Tables.RoutesOf(subnet.RouteTable).Where(route => route.Target == gateway.Id) : [];

    /// <summary>Whether hosts are in the subnet, and not only what the vendor puts there.</summary>
    public bool HasHosts(Subnet subnet) => subnetsWithHosts.Value.Contains(subnet.Id);

    /// <summary>The interfaces with an IPv6 address, and the subnet that each is in.</summary>
    public IReadOnlyList<(NetworkInterface Host, Subnet Subnet)> Ipv6Hosts => ipv6Hosts.Value;

    /// <summary>The load balancers, each with the target groups that it sends to. For checks that need the whole topology.</summary>
    public IEnumerable<(LoadBalancer Balancer, TargetGroup Group)> TargetGroupsOfBalancers() => Topology.LoadBalancers.SelectMany(
        balancer => balancer.Listeners.Select(listener => listener.TargetGroup).Distinct(), (balancer, group) => (balancer, Whole.Get<TargetGroup>(group)));

    public IEnumerable<NatGateway> NatGatewaysOf(ElementId vpc) => natGateways[vpc];

    public InternetGateway? InternetGatewayOf(ElementId vpc) => internetGateways.TryGetValue(vpc, out var gateway) ? gateway : null;

    /// <summary>The identifier of the zone of a subnet; its name where the account is not there.</summary>
    public string ZoneIdOf(Subnet subnet) => Find<Vpc>(subnet.Vpc) is { } vpc && Find<Account>(vpc.Account) is { } account
        ? account.ZoneIdOf(subnet.Zone.Value)
        : subnet.Zone.Value;

    /// <summary>The prefixes that the peer of a rule stands for: its own, or those of its prefix list; none where it is a group.</summary>
    public IEnumerable<IpPrefix> PrefixesOf(SecurityGroupPeer peer) =>
        peer.Prefix is { } prefix ? [prefix]
        : peer.PrefixList is { } list ? Find<PrefixList>(list)?.Entries.Select(entry => entry.Value) ?? []
        : [];

    /// <summary>The name in quotes; the whole path where another element of the kind has the same name.</summary>
    public string Name(ElementId id) => ambiguousNames.Value.Contains((id.Kind, id.Name)) ? $"'{id.Path}'" : $"'{id.Name}'";

    /// <summary>Kind and name, such as <c>VPC 'shop'</c>.</summary>
    public string Text(ElementId id) => $"{ElementKinds.Text(id.Kind)} {Name(id)}";

    /// <summary>What a node stands for, by kind and name.</summary>
    public string Text(GraphNode node) => Find(node) is { } element ? element is RouteTable table ? Text(table) : Text(element.Id) : $"the {node.Kind.Replace('-', ' ')}";

    /// <summary>A connection, by who begins it, who gets it, and the first packet.</summary>
    public string Text(UnansweredConnection connection) =>
        $"TCP from {Text(connection.From)} to {Text(connection.To)} ({connection.Packet.Source} → {connection.Packet.Destination}, port {connection.Packet.DestinationPort})";

    /// <summary>A route table and its VPC; a main table has no name that anybody gave it.</summary>
    public string Text(RouteTable table) => Find<Vpc>(table.Vpc)?.MainRouteTable == table.Id
        ? $"the main route table of {Text(table.Vpc)}"
        : $"route table '{table.Name}' of {Text(table.Vpc)}";
}
