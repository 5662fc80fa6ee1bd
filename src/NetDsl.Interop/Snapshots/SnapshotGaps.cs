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
        var told = (PrintableText.Of(key), PrintableText.Of(meaning));
        counts[told] = counts.GetValueOrDefault(told) + count;
        uncertainties.AddRange(leavesOpen);
    }

    /// <summary>Adds where verdicts hang on something that has been told.</summary>
    public void LeaveOpen(Uncertainty uncertainty) => uncertainties.Add(uncertainty);

    /// <summary>Adds what was met once.</summary>
    public void Add(string key, string meaning, params ReadOnlySpan<Uncertainty> leavesOpen) => Add(key, meaning, 1, leavesOpen);

    /// <summary>The trace; where what it says hangs on a gap, its verdict is unknown.</summary>
    public Trace Judge(Trace trace)
    {
        var forward = Judge(trace.Forward, out var isForwardDoubtful);
        if (isForwardDoubtful)
        {
            return new Trace(Verdict.Unknown, forward, TraceDirection.NotWalked);
        }

        var reply = Judge(trace.Return, out var isReturnDoubtful);
        return isReturnDoubtful && trace.Forward.Outcome != Outcome.Dropped ? new Trace(Verdict.Unknown, forward, reply) : trace;
    }

    /// <summary>
    /// A drop that comes before the first doubtful hop is certain, whatever lies behind. What a trace tells behind a doubtful hop it tells of one way that the
    /// packet may go. The hops stay, because they show how far one can tell.
    /// </summary>
    private TraceDirection Judge(TraceDirection direction, out bool isDoubtful)
    {
        foreach (var hop in direction.Hops)
        {
            if (uncertainties.Find(each => each.Covers(hop.Element, hop.Packet.Destination, hop.Code)) is { } doubt)
            {
                isDoubtful = true;
                return new TraceDirection(doubt.IsOutside ? Outcome.Exits : Outcome.Unknown, direction.Hops, [], null);
            }

            if (hop.Code is not null)
            {
                break;
            }
        }

        isDoubtful = false;
        return direction;
    }
}
