using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// Finds the packets that routes lead round in circles, exactly: of every packet that somebody can send, with all filters asked on the way. What is found is often harmless, such as
/// addresses of a summary that nobody has, which a transit gateway and its egress VPC hand each other; a blackhole for the summary ends it.
/// </summary>
public static class ForwardingLoops
{
    /// <summary>Finds all loops.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <returns>One for each element at which packets come back, in the order in which their first senders are declared.</returns>
    /// <exception cref="ArgumentException">The topology is not whole.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ReachabilityException">The network is too large to be told apart, or its paths compare what no set tells.</exception>
    public static EquatableArray<ForwardingLoop> Of(Topology topology, CancellationToken cancellation = default) =>
        WholeNetwork.Ask(topology, () => Find(new PlanTables(new NetworkLowering(topology)), new PacketSpace(cancellation: cancellation), cancellation));

    private static EquatableArray<ForwardingLoop> Find(PlanTables tables, PacketSpace space, CancellationToken cancellation)
    {
        var flows = new FlowAnalysis(tables, space, cancellation);
        var (story, drops) = (new PathStory(tables, space), new DropStory(tables));
        var found = new Dictionary<string, ForwardingLoop>();
        foreach (var sender in PairSearch.Senders(tables))
        {
            flows.Restart();
            var packets = space.Intersect(space.WellFormed, sender is null ? space.FromInternet : space.FromAnyOf(sender.Addresses.Select(each => each.Address)));
            var ends = flows.Forward(sender?.Representative ?? -1, sender is { Addresses.Count: > 1 }, packets) ?? throw new ReachabilityException(new UntoldException().Message);
            foreach (var end in ends.Where(end => end.Code == DropCode.ForwardingLoop && !end.Branch.Packets.IsEmpty))
            {
                var sample = space.SampleLikePeople(end.Branch.Packets)!.Value;
                var node = PlaceOf(end, tables);
                var names = sender is null ? [ReachabilityMatrix.Internet] : sender.Members.Select(member => tables.Plan.Node(tables.Plan.Holders[member].Node).Path);
                found[node.Path] = found.TryGetValue(node.Path, out var known)
                    ? known with { Senders = known.Senders.Concat(names).Distinct().ToEquatableArray() }
                    : new ForwardingLoop(names.ToEquatableArray(), sample, drops.Reason(end, sample), node.Origin, story.Of(end.Branch, sample).ToEquatableArray());
            }
        }

        return found.Values.ToEquatableArray();
    }

    /// <summary>What packets come back to: a table or a site, or the last of the translators that hand them on to each other.</summary>
    private static GraphNode PlaceOf(SymbolicEnd end, PlanTables tables) => tables.Plan.Node(
        tables.EndAt(end.Program, end.Step) is DropEnd drop ? drop.Node
        : end.Holder >= 0 ? tables.Plan.Holders[end.Holder].Node
        : tables.StepAt(end.Program, end.Step)!.Node);
}
