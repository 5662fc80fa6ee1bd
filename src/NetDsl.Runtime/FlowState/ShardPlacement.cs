using NetDsl.Model;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Runtime.FlowState;

/// <summary>
/// Which nodes each of many resources uses: shards drawn at random, of which two share no more nodes than a bound says (shuffle sharding). Source: "Workload isolation using
/// shuffle-sharding", Amazon Builders' Library; foundation §6.4 (R-6.25) of the specification.
/// </summary>
public sealed class ShardPlacement
{
    // after so many draws nobody believes that there is one more.
    private const int MostDraws = 1000;

    private readonly int nodes;
    private readonly int size;
    private readonly int maximumOverlap;
    private readonly ulong seed;
    private readonly List<EquatableArray<int>> shards = [];
    private readonly List<UInt128> masks = [];

    // The draws of a place are always the same: where a thousand have failed, they would again.
    private bool isFull;

    /// <summary>Begins with no resource.</summary>
    /// <param name="nodes">How many nodes there are, 1 to 128.</param>
    /// <param name="size">How many of them a resource uses.</param>
    /// <param name="maximumOverlap">How many nodes two resources may share; <paramref name="size"/> for no bound.</param>
    /// <param name="seed">Where the draws come from.</param>
    public ShardPlacement(int nodes, int size, int maximumOverlap, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, 128);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumOverlap);
        (this.nodes, this.size, this.maximumOverlap, this.seed) = (nodes, size, maximumOverlap, seed);
    }

    /// <summary>The shards so far, each with its nodes in rising order.</summary>
    public IReadOnlyList<EquatableArray<int>> Shards => shards;

    /// <summary>Draws the shard of one more resource.</summary>
    /// <returns>Its nodes; nothing when a thousand draws found none that keeps the bound.</returns>
    public EquatableArray<int>? Place()
    {
        for (var draw = 0; draw < MostDraws && !isFull; draw++)
        {
            var mask = Draw(draw);
            if (masks.TrueForAll(other => UInt128.PopCount(mask & other) <= (UInt128)maximumOverlap))
            {
                masks.Add(mask);
                EquatableArray<int> shard = [.. Enumerable.Range(0, nodes).Where(node => (mask >> node & 1) == 1)];
                shards.Add(shard);
                return shard;
            }
        }

        isFull = true;
        return null;
    }

    /// <summary>The most resources that any placement has room for: the bound of Johnson (1962) for constant-weight codes.</summary>
    /// <param name="nodes">How many nodes there are.</param>
    /// <param name="size">How many of them a resource uses.</param>
    /// <param name="maximumOverlap">How many nodes two resources may share; below <paramref name="size"/>.</param>
    public static long MostResources(int nodes, int size, int maximumOverlap)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(maximumOverlap, size);
        var most = 1L;
        for (var shared = maximumOverlap; shared >= 0; shared--)
        {
            most = (nodes - shared) * most / (size - shared);
        }

        return most;
    }

    /// <summary>So many different nodes, by the selection of Floyd; the same for a seed, a place and a draw on every machine.</summary>
    private UInt128 Draw(int draw)
    {
        var state = RandomStream.Of(seed, ((ulong)shards.Count << 32) | (uint)draw);
        var mask = UInt128.Zero;
        for (var last = nodes - size; last < nodes; last++)
        {
            var node = state.Below(last + 1);
            mask |= UInt128.One << ((mask >> node & 1) == 1 ? last : node);
        }

        return mask;
    }
}
