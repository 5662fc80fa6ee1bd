using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Experiments;

/// <summary>How resources share the nodes that keep their flows.</summary>
public enum NodeSharing
{
    /// <summary>Every resource uses every node.</summary>
    Everything,

    /// <summary>Nodes stand in groups, and a resource uses one group.</summary>
    Groups,

    /// <summary>Each resource uses nodes of its own, drawn at random.</summary>
    Shuffled,
}

/// <summary>What one resource that takes all of its nodes down does to the others.</summary>
/// <param name="FullyDown">The share of the others that cannot open a flow any more.</param>
/// <param name="Degraded">The share of the others that have lost at least one node.</param>
public sealed record NeighbourDamage(double FullyDown, double Degraded);

/// <summary>
/// The noisy neighbour: one resource overloads its nodes until they fail, and the others try to open a flow. Source: foundation §6.4 of the
/// specification.
/// </summary>
public static class NoisyNeighbour
{
    private static readonly TimeSpan Failure = TimeSpan.FromSeconds(1);

    /// <summary>Measures, with every resource as the noisy one in turn.</summary>
    /// <param name="overlap">How many nodes there are, and how many a resource uses.</param>
    /// <param name="sharing">How resources share them; groups need a number of nodes that the size divides.</param>
    /// <param name="resources">How many resources; at least two.</param>
    /// <param name="seed">Where all randomness comes from.</param>
    public static NeighbourDamage Measure(ShardOverlap overlap, NodeSharing sharing, int resources, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(overlap);
        ArgumentOutOfRangeException.ThrowIfLessThan(resources, 2);
        var size = sharing == NodeSharing.Everything ? overlap.Nodes : overlap.Size;
        var groups = sharing == NodeSharing.Groups ? overlap.Nodes / overlap.Size : 1;
        var options = new FlowStateOptions { NodesOfZone = overlap.Nodes / groups, ShardSize = size, MaximumOverlap = size, Seed = seed };
        var random = RandomStream.From(seed);
        var groupOf = Enumerable.Range(0, resources).Select(_ => random.Below(groups)).ToArray();
        var (down, degraded) = (0L, 0L);
        var whole = Cells(options, groups, -1, []);
        for (var noisy = 0; noisy < resources; noisy++)
        {
            var lost = whole[groupOf[noisy]].ShardOf(noisy);
            var broken = Cells(options, groups, groupOf[noisy], [.. lost]);
            for (var other = 0; other < resources; other++)
            {
                // Shards are drawn in the order in which they are asked for.
                var shard = whole[groupOf[other]].ShardOf(other);
                if (other == noisy || groupOf[other] != groupOf[noisy])
                {
                    continue;
                }

                down += broken[groupOf[other]].IsServed(shard, Failure * 2) ? 0 : 1;
                degraded += shard.Intersect(lost).Any() ? 1 : 0;
            }
        }

        var pairs = (double)resources * (resources - 1);
        return new NeighbourDamage(down / pairs, degraded / pairs);
    }

    /// <summary>What the closed formula says.</summary>
    /// <param name="overlap">How many nodes there are, and how many a resource uses.</param>
    /// <param name="sharing">How resources share them.</param>
    public static NeighbourDamage Predict(ShardOverlap overlap, NodeSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(overlap);
        return sharing switch
        {
            NodeSharing.Everything => new NeighbourDamage(1, 1),
            NodeSharing.Groups => new NeighbourDamage((double)overlap.Size / overlap.Nodes, (double)overlap.Size / overlap.Nodes),
            _ => new NeighbourDamage(overlap.FullyDown, overlap.Degraded),
        };
    }

    private static FlowStateCell[] Cells(FlowStateOptions options, int groups, int broken, IReadOnlyList<int> lost) =>
    [
        .. Enumerable.Range(0, groups).Select(group => new FlowStateCell("z", options with
        {
            Losses = group == broken ? [.. lost.Select(node => new NodeLoss("z", node, Failure))] : [],
        })),
    ];
}
