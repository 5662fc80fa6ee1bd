using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Turns what a network is into what it does.</summary>
public static class TopologyLowering
{
    /// <summary>
    /// How many paths there are from end to end: where packets enter, times the ranges of destinations.
    /// </summary>
    public static long PathsOf(Topology topology) =>
        (long)SourceList.CountOf(topology) * DestinationRanges.CountOf(topology);

    /// <summary>Whether there may be more paths from end to end than so many. There are not where it says no, which is said quickly.</summary>
    internal static bool MayHaveMorePathsThan(Topology topology, long most) =>
        (long)SourceList.CountOf(topology) * DestinationRanges.BoundOf(topology) > most;

    /// <summary>
    /// Whether more paths are compiled than so many: those that lowering walks, from end to end or, where they meet at junctions, to a junction and from there. Each speaks for as many
    /// destinations as it can. They are counted by walking them, which takes as long as lowering.
    /// </summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static bool HasMorePathsThan(Topology topology, long most, CancellationToken cancellation = default) =>
        new NetworkLowering(topology, hasJunctions: HasJunctions(topology)).HasMorePathsThan(most, cancellation);

    /// <summary>
    /// Past so many paths, those of many sources meet at junctions. Below, each is one program from end to end, which is found by one look-up.
    /// </summary>
    public const int MostWithoutJunctions = 20_000;

    /// <summary>Lowers a whole topology.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="sourceFolder">Origins inside this folder are named relative to it; empty to keep them as they are.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">The topology is not whole: a part of a network would be taken for all of it.</exception>
    public static ForwardingGraph Lower(Topology topology, string sourceFolder = "", CancellationToken cancellation = default) =>
        Lower(topology, HasJunctions(topology), sourceFolder, cancellation);

    /// <summary>Whether paths of many sources meet at junctions.</summary>
    internal static bool HasJunctions(Topology topology) => MayHaveMorePathsThan(topology, MostWithoutJunctions);

    /// <summary>The same, with junctions or without.</summary>
    internal static ForwardingGraph Lower(Topology topology, bool hasJunctions, string sourceFolder = "", CancellationToken cancellation = default) =>
        TryLower(topology, hasJunctions, sourceFolder, long.MaxValue, null, cancellation, out _)!;

    /// <summary>The same with what is remembered of the lowering before; nothing where more paths than so many are compiled.</summary>
    internal static ForwardingGraph? TryLower(
        Topology topology, bool hasJunctions, string sourceFolder, long mostPaths, LoweringMemory? memory, CancellationToken cancellation, out (int Walked, int TakenOver) walks)
    {
        if (!topology.IsWhole)
        {
            throw new ArgumentException(
                $"Topology '{topology.Name}' has {topology.Problems.Count} problems and cannot be compiled.", nameof(topology));
        }

        var lowering = new NetworkLowering(topology, sourceFolder, hasJunctions, memory);
        var graph = lowering.ToGraph(mostPaths, cancellation);
        walks = lowering.Walks;
        return graph;
    }
}
