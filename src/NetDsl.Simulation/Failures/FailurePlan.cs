using System.Globalization;
using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Faults;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.Mapping;
using NetDsl.Simulation.Measurements;
using NetDsl.Simulation.Routing.Failover;
using NetDsl.Simulation.Scenarios;

namespace NetDsl.Simulation.Failures;

/// <summary>What a data plane needs to know of failures: what is down when, and by which routes each side sends when it knows.</summary>
internal sealed class FailurePlan
{
    private readonly CompiledNetwork network;
    private readonly Topology topology;
    private readonly List<HolderOutage> outages = [];
    private readonly List<CircuitFault> circuits = [];
    private readonly List<NodeLoss> losses = [];
    private readonly List<InterfaceMove> moves = [];
    private readonly List<LineFailure> lines = [];

    // What has interfaces or nodes below it.
    private readonly HashSet<string> owners;
    private readonly int nodesOfZone;

    private FailurePlan(CompiledNetwork network, Topology topology, int nodesOfZone)
    {
        (this.network, this.topology, this.nodesOfZone) = (network, topology, nodesOfZone);
        owners =
        [
            .. topology.NetworkInterfaces.Select(each => each.Instance?.Path).OfType<string>(),
            .. network.Graph.Distributions.Select(distribution => network.Graph.Nodes[distribution.Node].Path),
        ];
    }

    /// <summary>What is down when.</summary>
    public IReadOnlyList<HolderOutage> Outages => outages;

    /// <summary>Which lines lose and delay packets when.</summary>
    public IReadOnlyList<CircuitFault> Circuits => circuits;

    /// <summary>The nodes that lose the state of flows.</summary>
    public IReadOnlyList<NodeLoss> Losses => losses;

    /// <summary>What moves to another host.</summary>
    public IReadOnlyList<InterfaceMove> Moves => moves;

    /// <summary>When routes change, in order.</summary>
    public IReadOnlyList<Rerouting> Reroutings { get; private set; } = [];

    /// <summary>What happened at lines to sites, in order.</summary>
    public IReadOnlyList<RunEvent> Events { get; private set; } = [];

    /// <summary>Plans failures.</summary>
    /// <param name="network">The network.</param>
    /// <param name="topology">Its description.</param>
    /// <param name="failures">What fails.</param>
    /// <param name="nodesOfZone">How many nodes that keep flows a zone has.</param>
    /// <param name="options">How the lines to sites are set.</param>
    /// <exception cref="ScenarioException">Something is not in the network, or a time is not one.</exception>
    public static FailurePlan Of(CompiledNetwork network, Topology topology, IEnumerable<ScheduledFailure> failures, int nodesOfZone, LineOptions options)
    {
        var plan = new FailurePlan(network, topology, nodesOfZone);

        foreach (var failure in failures.OrderBy(failure => failure.At))
        {
            plan.Add(failure);
        }

        // Lines are played only where one fails.
        if (plan.lines.Count > 0)
        {
            var play = LinePlay.Of(network, topology, plan.lines, options);
            plan.circuits.AddRange(play.Circuits);
            (plan.Reroutings, plan.Events) = (play.Reroutings, play.Events);
        }

        return plan;
    }

    private void Add(ScheduledFailure failure)
    {
        if (failure.At < TimeSpan.Zero || failure.Until <= failure.At)
        {
            throw Refused(failure, "it ends before it begins; write a later \"until\", or none");
        }

        switch (failure.Kind)
        {
            case FailureKind.Zone:
                Down(failure, HoldersOfZone(failure), isDraining: false);
                break;
            case FailureKind.Host or FailureKind.NatGateway or FailureKind.Drain:
                Down(failure, HoldersOf(failure), failure.Kind == FailureKind.Drain);
                break;
            case FailureKind.Node:
                losses.Add(NodeOf(failure));
                break;
            case FailureKind.Line:
                circuits.Add(LineOf(failure));
                break;
            case FailureKind.Move:
                Move(failure);
                break;
            default:
                Break(failure);
                break;
        }
    }

    private void Down(ScheduledFailure failure, List<int> holders, bool isDraining)
    {
        if (holders.Count == 0)
        {
            throw Refused(failure, $"there is none in network '{network.Name}'; name one by its path or the end of it");
        }

        outages.AddRange(holders.Select(holder => new HolderOutage(holder, failure.At, failure.Until) { IsDraining = isDraining }));

        // What a host carries for a site goes with it.
        var paths = holders.Select(holder => network.Graph.Nodes[network.Graph.Holders[holder].Node].Path).ToHashSet(StringComparer.Ordinal);
        var peers = topology.Hybrid.ConnectPeers.Where(peer => !isDraining && paths.Contains(peer.Appliance.Value.Path)).Select(peer => peer.Id).ToList();
        if (peers.Count > 0)
        {
            lines.Add(new LineFailure(NetworkFault.OfPeers(peers), failure.At, failure.Until, IsMaintenance: false));
        }
    }

    private List<int> HoldersOfZone(ScheduledFailure failure)
    {
        var graph = network.Graph;
        var named = topology.Subnets.Where(subnet => subnet.Zone.Value == failure.Name).Select(subnet => subnet.Id.Path).ToHashSet(StringComparer.Ordinal);
        var subnets = graph.Subnets.Where(subnet => subnet.ZoneId == failure.Name || named.Contains(graph.Nodes[subnet.Node].Path)).Select(subnet => subnet.Node).ToHashSet();
        return [.. Holders(holder => subnets.Contains(holder.Subnet))];
    }

    private List<int> HoldersOf(ScheduledFailure failure)
    {
        var graph = network.Graph;
        return [.. Holders(holder => (failure.Kind != FailureKind.NatGateway || holder.IsNatGateway)
            && graph.Nodes[holder.Node].Path is var path
            && (ElementPath.IsCalled(path, failure.Name) || IsInterfaceOf(path, failure.Name)))];
    }

    /// <summary>A further interface of an instance has the path of the instance before its own name; so has a node that of its load balancer.</summary>
    private bool IsInterfaceOf(string path, string name) =>
        path.LastIndexOf('/') is > 0 and var end && ElementPath.IsCalled(path[..end], name) && owners.Contains(path[..end]);

    private IEnumerable<int> Holders(Func<AddressHolder, bool> isMeant) =>
        Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => isMeant(network.Graph.Holders[holder]));

    private NodeLoss NodeOf(ScheduledFailure failure)
    {
        var parts = failure.Name.Split(' ');
        return parts is [var zone, var text]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var node)
            && node < nodesOfZone
            && network.Graph.Subnets.Any(subnet => subnet.ZoneId == zone)
            ? new NodeLoss(zone, node, failure.At, failure.Until)
            : throw Refused(failure, $"a node is the identifier of a zone and a number below {nodesOfZone}, such as \"use1-az1 3\"");
    }

    private CircuitFault LineOf(ScheduledFailure failure)
    {
        if (failure.Loss is not (>= 0 and <= 1) || failure.Delay < TimeSpan.Zero || (failure.Loss == 0 && failure.Delay == TimeSpan.Zero))
        {
            throw Refused(failure, "a line loses a share of packets between 0 and 1, or delays them; write \"loss\" or \"delay\"");
        }

        // Also those that nothing goes over as long as all others work.
        var hybrid = topology.Hybrid;
        var lines = hybrid.VpnConnections.Select(each => each.Id).Concat(hybrid.VirtualInterfaces.Select(each => each.Id)).Concat(hybrid.ConnectPeers.Select(each => each.Id)).Select(id => id.Path).ToList();
        var found = lines.Where(path => ElementPath.IsCalled(path, failure.Name)).ToList();
        return found is [var path]
            ? new CircuitFault(path, failure.At, failure.Until) { Loss = failure.Loss, Delay = failure.Delay }
            : throw Refused(failure, Choice(found, lines));
    }

    /// <summary>Nothing comes through until each end has noticed; then it sends by another way, if there is one.</summary>
    private void Break(ScheduledFailure failure)
    {
        lines.AddRange(FaultsOf(failure).Select(fault => new LineFailure(fault, failure.At, failure.Until, failure.Kind == FailureKind.Maintenance)));
        if (failure.Kind == FailureKind.Site)
        {
            var hosts = topology.Hybrid.Hosts.Where(host => ElementPath.IsCalled(host.Site.Path, failure.Name)).Select(host => host.Id.Path).ToHashSet(StringComparer.Ordinal);
            outages.AddRange(Holders(holder => hosts.Contains(network.Graph.Nodes[holder.Node].Path)).Select(holder => new HolderOutage(holder, failure.At, failure.Until)));
        }
    }

    /// <summary>It is on another host from then on, with all of its interfaces.</summary>
    private void Move(ScheduledFailure failure)
    {
        if (failure.Until is not null)
        {
            throw Refused(failure, "it moves at once and stays there; leave \"until\" out, or write a second move");
        }

        var paths = HoldersOf(failure)
            .Select(holder => network.Graph.Holders[holder])
            .Where(holder => !holder.Translates && holder.Role != HolderRole.SiteHost)
            .Select(holder => network.Graph.Nodes[holder.Node].Path)
            .Distinct()
            .ToList();
        moves.AddRange(paths.Count > 0
            ? paths.Select(path => new InterfaceMove(path, failure.At))
            : throw Refused(failure, $"there is no interface and no instance of that name in network '{network.Name}'; name one by its path or the end of it"));
    }

    private List<NetworkFault> FaultsOf(ScheduledFailure failure)
    {
        // A site is lost with its devices.
        var kind = FailureKinds.Text(failure.Kind switch
        {
            FailureKind.Site => FailureKind.Device,
            FailureKind.Maintenance => FailureKind.Tunnel,
            _ => failure.Kind,
        });
        var all = NetworkFault.Of(topology).Where(fault => fault.Kind == kind).ToList();
        if (failure.Kind == FailureKind.Site)
        {
            var devices = topology.Hybrid.CustomerGateways.Where(device => ElementPath.IsCalled(device.Site.Path, failure.Name)).Select(device => device.Id.Path).ToHashSet(StringComparer.Ordinal);
            return topology.Hybrid.Sites.Any(site => ElementPath.IsCalled(site.Id.Path, failure.Name))
                ? [.. all.Where(fault => devices.Contains(fault.Path))]
                : throw Refused(failure, Choice([], topology.Hybrid.Sites.Select(site => site.Name)));
        }

        var found = all.Where(fault => ElementPath.IsCalled(fault.Path, failure.Name)).ToList();
        return found.Count == 1 ? found : throw Refused(failure, Choice([.. found.Select(fault => fault.Path)], all.Select(fault => fault.Path)));
    }

    private static string Choice(List<string> found, IEnumerable<string> all) =>
        found.Count > 1 ? $"it may be {string.Join(" or ", found)}; write more of its path"
        : all.Distinct().ToList() is { Count: > 0 } there ? $"there is none; there are {string.Join(", ", there.Take(8))}{(there.Count > 8 ? $" and {there.Count - 8} more" : "")}"
        : "the network has none";

    private static ScenarioException Refused(ScheduledFailure failure, string why) => new($"failure of {FailureKinds.Text(failure.Kind)} '{failure.Name}': {why}");
}

/// <summary>From a moment on packets go by other routes.</summary>
/// <param name="At">When.</param>
/// <param name="Vendor">By what everybody but sites sends.</param>
/// <param name="Sites">By what sites send.</param>
internal sealed record Rerouting(TimeSpan At, CompiledNetwork Vendor, CompiledNetwork Sites);
