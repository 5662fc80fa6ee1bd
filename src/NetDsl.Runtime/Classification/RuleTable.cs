namespace NetDsl.Runtime.Classification;

/// <summary>
/// Finds the first rule of a list that matches a packet, for many packets at once. Read-only once it is made, so that any number of threads may ask; asking allocates nothing.
/// </summary>
internal abstract class RuleTable
{
    /// <summary>How many packets are taken through one step before the next: few enough that what steps hand on stays in the nearest cache.</summary>
    protected const int Chunk = 256;

    /// <summary>The table that is fastest for a list: see <see cref="RuleCosts"/>.</summary>
    /// <param name="rules">The list, the first rule first.</param>
    /// <param name="otherwise">The verdict on packets that no rule matches.</param>
    public static RuleTable Of(PacketRule[] rules, int otherwise) => RuleCosts.Best(rules, otherwise, maySplit: true);

    /// <summary>The verdicts on packets.</summary>
    /// <param name="packets">The packets; who sent them does not count.</param>
    /// <param name="verdicts">Where to put the verdicts.</param>
    /// <exception cref="ArgumentException">Columns and verdicts are not of one length.</exception>
    public void Find(in PacketColumns packets, Span<int> verdicts)
    {
        packets.RefuseUneven(verdicts.Length);
        for (var first = 0; first < verdicts.Length; first += Chunk)
        {
            var count = Math.Min(Chunk, verdicts.Length - first);
            FindChunk(packets.Slice(first, count), verdicts.Slice(first, count));
        }
    }

    /// <summary>The verdicts on no more packets than a chunk has.</summary>
    public abstract void FindChunk(in PacketColumns packets, Span<int> verdicts);
}
