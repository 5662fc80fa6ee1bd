using NetDsl.Model;

namespace NetDsl.Interop.Snapshots;

/// <summary>Collects what was not understood, and judges traces by it.</summary>
internal sealed class SnapshotGaps
{
    private readonly Dictionary<(string Key, string Meaning), int> counts = [];
    private readonly List<Uncertainty> uncertainties = [];

    /// <summary>All of it, counted.</summary>
    public EquatableArray<SnapshotGap> All => counts
        .OrderBy(pair => pair.Key.Key, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.Meaning, StringComparer.Ordinal)
        .Select(pair => new SnapshotGap(pair.Key.Key, pair.Value, pair.Key.Meaning))
        .ToEquatableArray();

    /// <summary>Adds what was met under a key.</summary>
    public void Add(string key, string meaning, int count, params ReadOnlySpan<Uncertainty> leavesOpen)
    {
        counts[(key, meaning)] = counts.GetValueOrDefault((key, meaning)) + count;
        uncertainties.AddRange(leavesOpen);
    }

    /// <summary>Adds where verdicts hang on something that has been told.</summary>
    public void LeaveOpen(Uncertainty uncertainty) => uncertainties.Add(uncertainty);

    /// <summary>Adds what was met once.</summary>
    public void Add(string key, string meaning, params ReadOnlySpan<Uncertainty> leavesOpen) => Add(key, meaning, 1, leavesOpen);

    /// <summary>The trace; where what it says hangs on a gap, its verdict is unknown.</summary>
    public Trace Judge(Trace trace) =>
        Doubt(trace.Forward) switch
        {
            Certainty.Doubtful => new Trace(Verdict.Unknown, Unknown(trace.Forward), TraceDirection.NotWalked),
            Certainty.Dropped => trace,
            _ => Doubt(trace.Return) == Certainty.Doubtful ? trace with { Verdict = Verdict.Unknown, Return = Unknown(trace.Return) } : trace,
        };

    /// <summary>The hops stay, because they show how far one can tell.</summary>
    private static TraceDirection Unknown(TraceDirection direction) => new(Outcome.Unknown, direction.Hops, [], null);

    /// <summary>
    /// A drop that comes before the first doubtful hop is certain, whatever lies behind. What a trace tells behind a doubtful hop it tells of one way that the
    /// packet may go.
    /// </summary>
    private Certainty Doubt(TraceDirection direction)
    {
        foreach (var hop in direction.Hops)
        {
            if (uncertainties.Exists(each => each.Covers(hop.Element, hop.Packet.Destination, hop.Code is not null)))
            {
                return Certainty.Doubtful;
            }

            if (hop.Code is not null)
            {
                return Certainty.Dropped;
            }
        }

        return uncertainties.Exists(each => each.Element is null && each.Destination is null) ? Certainty.Doubtful : Certainty.Certain;
    }

    private enum Certainty
    {
        Certain,
        Dropped,
        Doubtful,
    }
}
