using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.Randomness;
using NetDsl.Simulation.Routing.Failover;

namespace NetDsl.Simulation.Failures;

/// <summary>Draws what fails, and when, from a seed.</summary>
public static class RandomFailures
{
    private const double MeanSeconds = 60;

    /// <summary>Draws so many failures of a network, each of any of its things and for a minute on average.</summary>
    /// <param name="network">The network.</param>
    /// <param name="topology">Its description.</param>
    /// <param name="failures">How many.</param>
    /// <param name="duration">How long the run is.</param>
    /// <param name="seed">Where they come from.</param>
    public static EquatableArray<ScheduledFailure> Draw(CompiledNetwork network, Topology topology, int failures, TimeSpan duration, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        var things = Things(network.Graph, topology).ToList();
        return things.Count == 0
            ? []
            : [.. Enumerable.Range(0, failures).Select(number => Draw(things, duration, RandomStream.Of(seed, (ulong)number))).OrderBy(failure => failure.At)];
    }

    private static ScheduledFailure Draw(List<(FailureKind Kind, string Name)> things, TimeSpan duration, RandomStream random)
    {
        // Kinds come equally often, however many there are of each.
        var kind = random.Pick(things.Select(thing => thing.Kind).Distinct().ToList());
        var (_, name) = random.Pick(things.Where(thing => thing.Kind == kind).ToList());
        var at = duration * random.Share();
        var failure = new ScheduledFailure(kind, name, at, at + TimeSpan.FromSeconds(1 - (MeanSeconds * Math.Log(random.Share()))));
        return kind == FailureKind.Line ? failure with { Loss = random.Share(), Delay = TimeSpan.FromMilliseconds(random.Below(100)) } : failure;
    }

    private static IEnumerable<(FailureKind Kind, string Name)> Things(ForwardingGraph graph, Topology topology)
    {
        var inUse = graph.Holders.Select(holder => holder.Subnet).ToHashSet();
        var zones = graph.Subnets.Where(subnet => inUse.Contains(subnet.Node)).Select(subnet => subnet.ZoneId).Distinct().ToList();
        var hosts = graph.Holders.Where(holder => !holder.Translates).Select(holder => graph.Nodes[holder.Node].Path).Distinct();
        var natGateways = graph.Holders.Where(holder => holder.IsNatGateway && holder.Primary < 0).Select(holder => graph.Nodes[holder.Node].Path).Distinct();
        var targets = graph.Distributions.SelectMany(node => node.Rules).SelectMany(rule => rule.Targets).Select(target => target.Address).Distinct()
            .SelectMany(address => graph.Holders.Where(holder => holder.Has(address)).Take(1)).Select(holder => graph.Nodes[holder.Node].Path);
        return zones.Select(zone => (FailureKind.Zone, zone))
            .Concat(hosts.Select(host => (FailureKind.Host, host)))
            .Concat(natGateways.Select(gateway => (FailureKind.NatGateway, gateway)))
            .Concat(zones.SelectMany(zone => Enumerable.Range(0, new FlowStateOptions().NodesOfZone).Select(node => (FailureKind.Node, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{zone} {node}")))))
            .Concat(targets.Select(target => (FailureKind.Drain, target)))
            .Concat(graph.Circuits.Where(circuit => !circuit.IsOfClients).Select(circuit => (FailureKind.Line, graph.Nodes[circuit.Node].Path)))
            .Concat(topology.Hybrid.Sites.Select(site => (FailureKind.Site, site.Id.Path)))
            .Concat(NetworkFault.Of(topology).Select(fault => (FailureKinds.OfText(fault.Kind)!.Value, fault.Path)));
    }
}
