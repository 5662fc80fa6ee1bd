using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// One lowering of a topology. Paths are walked when they are asked for, so that a question about a few of them costs a few; a graph asks for all.
/// </summary>
/// <remarks>
/// The passes, in the order in which they run: index the topology; list where packets enter; compile the filters of groups
/// and ACLs; list the holders of addresses; merge routes into tables; cut the destinations where something may change;
/// walk the path of every source to every range, and join neighbours that take one path. Meanings are those of docs/semantics.md.
/// </remarks>
internal sealed class NetworkLowering
{
    private readonly Topology topology;
    private readonly TopologyIndex index;
    private readonly NodeTable nodes;
    private readonly SourceList sources;
    private readonly FilterCompilation filters;
    private readonly HolderList holders;
    private readonly RouteTables tables;
    private readonly InspectionCompilation inspections;
    private readonly AskedNetwork network;
    private readonly NumberTables numbers;
    private readonly RangeLists ranges;
    private readonly JunctionTable? junctions;
    private readonly InternedTable<PathProgram> programs = new();
    private readonly Recollection? recollection;
    private readonly Dictionary<(int Source, IpAddress Start), int> walked = [];
    private readonly Lazy<EquatableArray<AddressHolder>> allHolders;
    private readonly Lazy<EquatableArray<Distribution>> distributions;
    private readonly Lazy<EquatableArray<EndpointLink>> endpoints;
    private readonly Lazy<EquatableArray<Acceleration>> accelerations;
    private readonly Lazy<EquatableArray<EdgeLocation>> edges;
    private int begun;

    /// <summary>Prepares to walk.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="sourceFolder">Origins inside this folder are named relative to it; empty to keep them as they are.</param>
    /// <param name="hasJunctions">Whether paths of many sources meet at junctions, behind which they are one program; else each is a program from end to end.</param>
    /// <param name="memory">What is remembered of the lowering before, and takes this one's place in the end; none to walk all paths.</param>
    public NetworkLowering(Topology topology, string sourceFolder = "", bool hasJunctions = false, LoweringMemory? memory = null)
    {
        this.topology = topology;
        index = new TopologyIndex(topology);
        nodes = new NodeTable(sourceFolder);
        sources = new SourceList(index, nodes);
        filters = new FilterCompilation(index, nodes);
        holders = new HolderList(index, nodes, sources, filters);
        tables = new RouteTables(index);
        inspections = new InspectionCompilation(index, nodes, filters, holders);
        var (ipv4, ipv6) = DestinationRanges.Of(topology);
        ranges = new RangeLists(new RangeList(ipv4, IpPrefix.AllIpv4), new RangeList(ipv6, IpPrefix.AllIpv6));
        network = new AskedNetwork(index, holders, tables, ranges);
        numbers = new NumberTables(nodes, filters, holders, tables, inspections, programs);
        junctions = hasJunctions ? new JunctionTable(Compile) : null;
        memory?.Facts.Begin(network);
        recollection = memory is null ? null : new Recollection(memory, network, numbers, junctions);
        allHolders = new(() => holders.ToEquatableArray());
        distributions = new(() => DistributionCompilation.All(index, nodes, holders));
        endpoints = new(() => EndpointCompilation.All(index, nodes, holders));
        accelerations = new(() => AccelerationCompilation.All(index, nodes, holders, distributions.Value));
        edges = new(() => AccelerationCompilation.Edges(index, nodes, holders));
    }

    /// <summary>Everything that has a private address.</summary>
    public EquatableArray<AddressHolder> Holders => allHolders.Value;

    /// <summary>What the nodes of load balancers do.</summary>
    public IReadOnlyList<Distribution> Distributions => distributions.Value;

    /// <summary>Where the interfaces of endpoints lead.</summary>
    public IReadOnlyList<EndpointLink> Endpoints => endpoints.Value;

    /// <summary>What accelerators do.</summary>
    public IReadOnlyList<Acceleration> Accelerations => accelerations.Value;

    /// <summary>The edge locations where clients meet accelerators.</summary>
    public IReadOnlyList<EdgeLocation> Edges => edges.Value;

    /// <summary>The index of the source class of the internet.</summary>
    public int InternetSource => sources.Internet;

    /// <summary>Whether anything of the network speaks IPv6.</summary>
    public bool KnowsIpv6 => ranges.Ipv6.Count > 0;

    /// <summary>A path program.</summary>
    public PathProgram Program(int index) => programs[index];

    /// <summary>A filter.</summary>
    public PacketFilter Filter(int index) => filters[index];

    /// <summary>What is behind a Gateway Load Balancer endpoint.</summary>
    public Inspection Inspection(int index) => inspections[index];

    /// <summary>Something that a hop can name.</summary>
    public GraphNode Node(int index) => nodes[index];

    /// <summary>The program of packets from a source class to a destination; -1 for IPv6 in a network in which nothing speaks it.</summary>
    public int ProgramFor(int source, IpAddress destination)
    {
        var all = destination.IsIpv4 ? ranges.Ipv4 : ranges.Ipv6;
        return all.Count == 0 ? -1 : ProgramOf(source, all, all.IndexOf(destination));
    }

    /// <summary>All ranges of destinations of a source class, both ends included, with their programs.</summary>
    public IEnumerable<(IpAddress First, IpAddress Last, int Program)> RangesOf(int source) =>
        RangesOf(source, ranges.Ipv4).Concat(RangesOf(source, ranges.Ipv6));

    /// <summary>Those ranges of destinations that have addresses of others, which rise; no path is walked.</summary>
    public IEnumerable<(IpAddress First, IpAddress Last)> RangesOver(IEnumerable<(IpAddress First, IpAddress Last)> others)
    {
        var (ipv4, ipv6) = (new RangeCursor(ranges.Ipv4), new RangeCursor(ranges.Ipv6));

        // A range of IPv6 may go through IPv4, whose addresses lie between those of IPv6.
        return others.SelectMany(other => other is { First.IsIpv4: true, Last.IsIpv4: true }
            ? ipv4.Over(other.First, other.Last)
            : ipv6.Over(other.First, other.Last).Concat(ipv4.Over(other.First, other.Last)));
    }

    /// <summary>How many ranges of destinations there are.</summary>
    public int RangeCount => ranges.Ipv4.Count + ranges.Ipv6.Count;

    /// <summary>Whether the whole graph has more paths than so many, for which about that many have to be walked: it is asked behind each source class, with the junctions that it is the first to come to.</summary>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool HasMorePathsThan(long most, CancellationToken cancellation) => TryCompileAll(most, cancellation) is null;

    /// <summary>The whole graph; nothing where it has more paths than it may have.</summary>
    /// <param name="mostPaths">How many there may be.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ForwardingGraph? ToGraph(long mostPaths, CancellationToken cancellation)
    {
        if (TryCompileAll(mostPaths, cancellation) is not { } classes)
        {
            return null;
        }

        // In the order in which nodes were always numbered, so that a graph has one text.
        _ = (distributions.Value, endpoints.Value);
        var policies = EndpointCompilation.Policies(topology, nodes);
        var resources = EndpointCompilation.ResourcePolicies(topology, nodes);
        var services = EndpointCompilation.Services(topology, nodes);
        var resolvers = NameResolution.All(index, nodes);
        var graph = new ForwardingGraph
        {
            Name = topology.Name,
            Vpcs = topology.Vpcs
                .Select(vpc => new GraphVpc(nodes.Of(vpc), vpc.Region.Path, index.Account(vpc).Number))
                .ToEquatableArray(),
            Subnets =
            [
                .. from subnet in topology.Subnets
                   let node = nodes.Find(subnet)
                   where node >= 0
                   orderby node
                   select new GraphSubnet(node, index.ZoneIdOf(subnet)),
            ],
            Holders = allHolders.Value,
            Filters = filters.ToEquatableArray(),
            Distributions = distributions.Value,
            Endpoints = endpoints.Value,
            Policies = policies,
            ResourcePolicies = resources,
            Services = services,
            Inspections = inspections.ToEquatableArray(),
            Resolvers = resolvers,
            Accelerations = accelerations.Value,
            Edges = edges.Value,
            Clients = AccelerationCompilation.Clients(topology, nodes),
            Circuits = CircuitCompilation.Of(index, nodes),
            TransitGateways = TransitGatewayCompilation.Gateways(index, nodes),
            Attachments = TransitGatewayCompilation.Attachments(index, nodes),
            Programs = programs.ToEquatableArray(),
            Sources = classes.ToEquatableArray(),
            Junctions = junctions?.ToEquatableArray() ?? [],
            Nodes = nodes.ToEquatableArray(),
        };
        recollection?.Commit();
        return graph;
    }

    /// <summary>How many paths were walked, and how many taken over from what was remembered.</summary>
    public (int Walked, int TakenOver) Walks => (begun, recollection?.TakenOver ?? 0);

    private List<SourceClass>? TryCompileAll(long mostPaths, CancellationToken cancellation)
    {
        var classes = new List<SourceClass>();
        foreach (var source in sources.All)
        {
            cancellation.ThrowIfCancellationRequested();
            classes.Add(Compile(source));
            if (Walks is var (walked, takenOver) && walked + takenOver > mostPaths)
            {
                return null;
            }
        }

        return classes;
    }

    private PathWalk WalkWithin(DestinationScope scope, JunctionTable? junctions, IpAddress destination, WalkRecorder? recorder)
    {
        begun++;
        return new(new PathQuestions(network, recorder), new PathNames(numbers, recorder), scope, junctions, destination);
    }

    private SourceClass Compile(Source source)
    {
        if (recollection?.Take(source.Key, source.Node, ranges) is { } taken)
        {
            return taken;
        }

        var compiled = SourceClassCompilation.Compile(source.Node, ranges, (destination, scope) => ProgramOf(source, destination, scope));
        recollection?.Close(source.Key, tails: null);
        return compiled;
    }

    private (SourceClass Class, JunctionTails Tails) Compile(JunctionKey junction)
    {
        var node = junction.Gateway is null ? nodes.Internet : nodes.Of(index.Get<TransitGatewayRouteTable>(junction.Place));
        if (recollection?.Take(junction, node, ranges) is { } taken)
        {
            return (taken, recollection.TailsOf(junction));
        }

        var tails = new JunctionTails();
        var compiled = SourceClassCompilation.Compile(node, ranges, (destination, scope) =>
        {
            var tail = TailOf(junction, destination, scope);
            tails.Add(tail, destination, scope.Last);
            return tail.Program;
        });
        recollection?.Close(junction, tails);
        return (compiled, tails);
    }

    private int ProgramOf(Source source, IpAddress destination, DestinationScope scope)
    {
        return recollection is null ? Walk(null).Program : recollection.Walk(source.Key, destination, scope, Walk).Program;

        Way Walk(WalkRecorder? recorder)
        {
            var walk = WalkWithin(scope, junctions, destination, recorder);
            var program = programs.IndexOf(walk.From(source));
            return new Way(program, walk.EndOrigin, [], IsForAll: true);
        }
    }

    private JunctionTail TailOf(JunctionKey key, IpAddress destination, DestinationScope scope)
    {
        var way = recollection is null ? Walk(null) : recollection.Walk(key, destination, scope, Walk);
        return new JunctionTail(way.Program, way.Assumed, way.IsForAll);

        Way Walk(WalkRecorder? recorder)
        {
            var walk = WalkWithin(scope, junctions: null, destination, recorder);
            var tail = walk.From(key);
            return new Way(programs.IndexOf(tail.Program), walk.EndOrigin, tail.Assumed, tail.IsForAll);
        }
    }

    private int ProgramOf(int source, RangeList all, int range)
    {
        var start = all[range].First;
        if (!walked.TryGetValue((source, start), out var program))
        {
            program = ProgramOf(sources.All[source], start, all.Around(range));
            walked.Add((source, start), program);
        }

        return program;
    }

    private IEnumerable<(IpAddress First, IpAddress Last, int Program)> RangesOf(int source, RangeList all)
    {
        for (var range = 0; range < all.Count; range++)
        {
            var (first, last) = all[range];
            yield return (first, last, ProgramOf(source, all, range));
        }
    }

    /// <summary>Goes through ranges once, as others ask for those that have their addresses.</summary>
    private sealed class RangeCursor(RangeList all)
    {
        private int next;

        /// <summary>The ranges that have addresses of another one, unless they were told before.</summary>
        public IEnumerable<(IpAddress First, IpAddress Last)> Over(IpAddress first, IpAddress last)
        {
            if (next == all.Count || last < all[0].First || first > all.Family.Last)
            {
                yield break;
            }

            next = Math.Max(next, all.IndexOf(first));
            for (; next < all.Count && all[next].First <= last; next++)
            {
                yield return all[next];
            }
        }
    }
}
