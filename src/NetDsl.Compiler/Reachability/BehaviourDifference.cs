using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>What one version of a network does that another does not: flows that are newly open or newly closed, and intents that are judged otherwise.</summary>
/// <remarks>
/// Flows are compared exactly, by their packets. Where an element has other addresses in the two versions, those addresses are left out of the comparison: to be
/// renumbered is no change of who reaches whom.
/// </remarks>
/// <param name="Flows">Pairs whose flows changed, as they are declared; the internet last, and what is gone behind.</param>
/// <param name="Intents">Intents that are judged otherwise, are new or are gone.</param>
public sealed record BehaviourDifference(EquatableArray<FlowChange> Flows, EquatableArray<IntentChange> Intents)
{
    /// <summary>Whether an intent that held does not, or the other way, or one is gone, or a new one does not hold.</summary>
    public bool ChangesIntents => Intents.Any(change => change.Before is null ? !change.After!.Holds : change.Before.Holds != change.After?.Holds);

    /// <summary>Compares two versions of a network.</summary>
    /// <param name="before">The old version, without problems.</param>
    /// <param name="after">The new version, without problems.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <exception cref="ArgumentException">One of them is not whole.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ReachabilityException">A network is too large to be told apart, or its paths compare what no set tells.</exception>
    public static BehaviourDifference Of(Topology before, Topology after, CancellationToken cancellation = default)
    {
        if (new[] { before, after }.FirstOrDefault(topology => !topology.IsWhole) is { } broken)
        {
            throw new ArgumentException($"Topology '{broken.Name}' has {broken.Problems.Count} problems, so that nothing is told of it.");
        }

        try
        {
            var space = new PacketSpace(cancellation: cancellation);
            var flows = new FlowComparison(new ComparedNetwork(before, space, cancellation), new ComparedNetwork(after, space, cancellation), space);
            return new BehaviourDifference(flows.Changes().ToEquatableArray(), IntentComparison.Of(before, after, cancellation).ToEquatableArray());
        }
        catch (PacketSpaceExhaustedException exhausted)
        {
            throw new ReachabilityException(exhausted.Message, exhausted);
        }
    }
}

/// <summary>Flows between two ends that one version lets through and the other does not.</summary>
/// <param name="From">The path of who sends; <c>internet</c> for hosts outside.</param>
/// <param name="To">The path of who receives; <c>internet</c> for hosts outside.</param>
/// <param name="IsOpened">Whether the new version lets them through, or the old one did.</param>
/// <param name="Traffic">Which.</param>
/// <param name="Sample">One packet of them, as it is sent in the version that lets it through.</param>
/// <param name="Before">What becomes of it in the old version.</param>
/// <param name="After">What becomes of it in the new version.</param>
public sealed record FlowChange(
    string From, string To, bool IsOpened, EquatableArray<TrafficSelector> Traffic, Packet Sample, PacketFate Before, PacketFate After);

/// <summary>What becomes of a packet in a network.</summary>
/// <param name="Text">In words: the rule that lets it in, or why it is blocked and what to write.</param>
/// <param name="Origin">Where what decides was written; nowhere when it is nothing that was written.</param>
public sealed record PacketFate(string Text, Origin Origin);
