using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Turns what a network is into what it does.</summary>
/// <remarks>
/// The passes, in the order in which they run: index the topology; list where packets enter; compile the filters of groups
/// and ACLs; list the holders of addresses; merge routes into tables; cut the destinations where something may change;
/// walk the path of every source to every range, and join neighbours that take one path. Meanings are those of docs/semantics.md.
/// </remarks>
public static class TopologyLowering
{
    /// <summary>
    /// How many paths the lowering walks: where packets enter, times the ranges of destinations. Time, memory and the size of the graph grow with it.
    /// </summary>
    public static long PathsOf(Topology topology) =>
        (long)SourceList.CountOf(topology) * DestinationRanges.CountOf(topology);

    /// <summary>Lowers a whole topology.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="sourceFolder">Origins inside this folder are named relative to it; empty to keep them as they are.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">The topology is not whole: a part of a network would be taken for all of it.</exception>
    public static ForwardingGraph Lower(Topology topology, string sourceFolder = "", CancellationToken cancellation = default)
    {
        if (!topology.IsWhole)
        {
            throw new ArgumentException(
                $"Topology '{topology.Name}' has {topology.Problems.Count} problems and cannot be compiled.", nameof(topology));
        }

        var index = new TopologyIndex(topology);
        var nodes = new NodeTable(sourceFolder);
        var sources = new SourceList(index, nodes);
        var filters = new FilterCompilation(index, nodes);
        var holders = new HolderList(index, nodes, sources, filters);
        var tables = new RouteTables(index);
        var inspections = new InspectionCompilation(index, nodes, filters, holders);
        var ranges = DestinationRanges.Of(topology);

        var programs = new InternedTable<PathProgram>();
        var classes = sources.All
            .Select(source =>
            {
                cancellation.ThrowIfCancellationRequested();
                return SourceClassCompilation.Compile(source, ranges, Walk, programs);
            })
            .ToEquatableArray();

        var distributions = DistributionCompilation.All(index, nodes, holders);
        var endpoints = EndpointCompilation.All(index, nodes, holders);
        var policies = EndpointCompilation.Policies(topology, nodes);
        var services = EndpointCompilation.Services(topology, nodes);
        var resolvers = NameResolution.All(index, nodes);
        return new ForwardingGraph
        {
            Name = topology.Name,
            Vpcs = topology.Vpcs
                .Select(vpc => new GraphVpc(nodes.Of(vpc), vpc.Region.Path, index.Account(vpc).Number))
                .ToEquatableArray(),
            Holders = holders.ToEquatableArray(),
            Filters = filters.ToEquatableArray(),
            Distributions = distributions,
            Endpoints = endpoints,
            Policies = policies,
            Services = services,
            Inspections = inspections.ToEquatableArray(),
            Resolvers = resolvers,
            Accelerations = AccelerationCompilation.All(index, nodes, holders, distributions),
            Edges = AccelerationCompilation.Edges(index, nodes, holders),
            Clients = AccelerationCompilation.Clients(topology, nodes),
            Programs = programs.ToEquatableArray(),
            Sources = classes,
            Nodes = nodes.ToEquatableArray(),
        };

        PathProgram Walk(Source source, Addressing.IpAddress destination) =>
            new PathWalk(index, nodes, filters, holders, tables, programs, inspections, destination).From(source);
    }
}
