using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Why no packet of a host gets to the internet and is answered.</summary>
/// <param name="Text">What becomes of it, in words; the subject of the sentence is the packet.</param>
internal sealed record InternetObstacle(string Text)
{
    /// <summary>The path of the route table that has no route for it, if that is the cause.</summary>
    public string? TableWithoutRoute { get; init; }

    /// <summary>What it, or its reply, passed or ended at.</summary>
    public IReadOnlyList<GraphNode> Passed { get; init; } = [];

    /// <summary>The routes that led them, each as its table and its target.</summary>
    public IReadOnlyList<(GraphNode Table, GraphNode Target)> Routes { get; init; } = [];
}

/// <summary>
/// Whether the hosts of subnets get to the internet and hear from it, as far as routes, gateways and appliances decide: filters are opened, so that the question is whether
/// there is a way. The symbolic engine is asked about every host of the internet at once; one that can be spoken with is enough.
/// </summary>
internal sealed class InternetAccess
{
    private static readonly string InterfaceKind = ElementKinds.Code(ElementKind.NetworkInterface);

    private readonly PlanTables tables;
    private readonly PacketSpace space;
    private readonly FlowAnalysis flows;
    private readonly PathStory story;
    private readonly DropStory drops;
    private readonly ILookup<ElementId, NetworkInterface> hosts;
    private readonly Dictionary<string, int> holders = [];
    private readonly PacketSet toInternet;

    /// <summary>Prepares to ask.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="cancellation">Asked on the way.</param>
    public InternetAccess(Topology topology, CancellationToken cancellation = default)
    {
        var opened = ProbeHosts.With(OpenFilters.Of(topology));
        hosts = opened.NetworkInterfaces.Where(each => !each.Translates).ToLookup(each => each.Subnet);
        tables = new PlanTables(new NetworkLowering(opened));
        for (var holder = 0; holder < tables.Plan.Holders.Count; holder++)
        {
            if (tables.Plan.Node(tables.Plan.Holders[holder].Node) is { } node && node.Kind == InterfaceKind)
            {
                holders.Add(node.Path, holder);
            }
        }

        space = new PacketSpace(cancellation: cancellation);
        flows = new FlowAnalysis(tables, space, cancellation);
        story = new PathStory(tables, space);
        drops = new DropStory(tables);
        toInternet = space.Intersect(
            space.Intersect(space.WellFormed, space.Of(Traffic.Tcp(443))),
            space.Union(space.ToInternet, space.To(Nat64.Prefix)));
    }

    /// <summary>What keeps the hosts of a subnet from the internet: of the first of them for which there is no way; nothing when there is one for each.</summary>
    /// <param name="subnet">The subnet.</param>
    public InternetObstacle? ObstacleFrom(Subnet subnet)
    {
        foreach (var host in hosts[subnet.Id])
        {
            if (ObstacleOf(host) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    private InternetObstacle? ObstacleOf(NetworkInterface host)
    {
        try
        {
            var told = flows.Ask(holders[host.Id.Path], host.PrivateAddress, toInternet);
            return told.Exists(outcome => outcome.Verdict == Verdict.Unknown || IsAnswered(outcome) || IsProbeAtGateway(host, outcome)) || told.Count == 0
                ? null
                : Obstacle(told);
        }
        catch (PacketSpaceExhaustedException)
        {
            return null;
        }
    }

    private static bool IsAnswered(FlowOutcome outcome) => outcome is { Verdict: Verdict.Reachable, Forward.Outcome: Outcome.Exits };

    /// <summary>Whether the packet of a host that nobody declared comes to the gateway, where a host that somebody will declare may have a public address.</summary>
    private bool IsProbeAtGateway(NetworkInterface host, FlowOutcome outcome) =>
        ProbeHosts.IsOne(host)
        && outcome.Forward is { Code: DropCode.IgwPublicIpAssociationForEgress } end
        && tables.StepAt(end.Program, end.Step) is InternetGatewayOutStep { Vpc: >= 0 }
        && end.Branch.Header.Source.IsOfSource;

    /// <summary>What becomes of the packet to the host that stands for the internet.</summary>
    private InternetObstacle Obstacle(List<FlowOutcome> told)
    {
        var sent = space.SampleLikePeople(space.UnionOf([.. told.Select(outcome => outcome.Packets)]))!.Value;
        var outcome = told.Find(each => space.Contains(each.Packets, sent))!;
        var forward = outcome.Forward!;
        var ends = new[] { forward, outcome.Return }.OfType<SymbolicEnd>().ToList();
        return new InternetObstacle(Text(outcome, forward, sent))
        {
            TableWithoutRoute = forward.Code == DropCode.NoRouteToDestination && tables.EndAt(forward.Program, forward.Step) is DropEnd drop ? tables.Plan.Node(drop.Node).Path : null,
            Passed = [.. ends.SelectMany(end => story.Passed(end.Branch)), .. ends.Select(end => tables.EndAt(end.Program, end.Step)).OfType<DropEnd>().Select(end => tables.Plan.Node(end.Node))],
            Routes = [.. ends.SelectMany(end => story.Routes(end.Branch)).Where(route => route.Target >= 0).Select(route => (tables.Plan.Node(route.Node), tables.Plan.Node(route.Target)))],
        };
    }

    private string Text(FlowOutcome outcome, SymbolicEnd forward, Packet sent) =>
        forward.Outcome == Outcome.Dropped ? $"is dropped: {drops.Cause(forward, sent)}"
        : forward.Outcome == Outcome.Delivered ? $"arrives at {tables.Plan.Node(tables.Plan.Holders[tables.HolderAt(forward, sent)].Node).Path}, which is not the internet"
        : outcome.Return is { Outcome: Outcome.Dropped } back ? $"gets out, and its reply is dropped: {drops.Cause(back, sent)}"
        : $"gets out, and its reply does not come back as it is awaited ({outcome.Code!.Value.ToCode()})";
}
