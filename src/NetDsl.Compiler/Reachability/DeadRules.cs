using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// Finds what can be taken out of a network without a change of what it does: entries of network ACLs that earlier ones hide, rules of security groups that
/// others of the group contain or that reference nobody, and routes that never win. Exact for the addresses, protocols and ports that can be written.
/// </summary>
/// <remarks>
/// What speaks of addresses that nobody has is not dead: it waits for them. Neither is what came with an element and was written by nobody. All that is
/// found can be taken out together: of two rules that contain each other, only one is found.
/// </remarks>
public static class DeadRules
{
    /// <summary>Finds all dead rules and routes.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <returns>What is dead, in the order of the source.</returns>
    /// <exception cref="ArgumentException">The topology is not whole.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ReachabilityException">Its lists are too large to be told apart.</exception>
    public static EquatableArray<DeadRule> Of(Topology topology, CancellationToken cancellation = default) => WholeNetwork.Ask(topology, () =>
    {
        var index = new TopologyIndex(topology);
        var nodes = new NodeTable("");
        var coverage = new Coverage(new PacketSpace(cancellation: cancellation));
        return new DeadFilterRules(index, nodes, coverage).All()
            .Concat(new DeadRoutes(index, nodes, coverage).All())
            .OrderBy(dead => dead.Origin, SourceOrder.Instance)
            .ToEquatableArray();
    });
}
