using HdrHistogram;
using NetDsl.Model;

namespace NetDsl.Simulation.Measurements;

/// <summary>
/// How long answers took, from a request to its answer, with the requests that had to be repeated on the way. Times are exact to three digits, and at least a microsecond.
/// Source: HdrHistogram, whose buckets add up without loss.
/// </summary>
public sealed record LatencyDistribution
{
    private LatencyDistribution()
    {
    }

    /// <summary>No answer.</summary>
    public static LatencyDistribution Empty { get; } = new();

    /// <summary>How many answers there were.</summary>
    public long Count { get; private init; }

    /// <summary>The time that half of them stay within.</summary>
    public TimeSpan P50 { get; private init; }

    /// <summary>The time that 90 of a hundred stay within.</summary>
    public TimeSpan P90 { get; private init; }

    /// <summary>The time that 99 of a hundred stay within.</summary>
    public TimeSpan P99 { get; private init; }

    /// <summary>The time that 999 of a thousand stay within.</summary>
    public TimeSpan P999 { get; private init; }

    /// <summary>The longest.</summary>
    public TimeSpan Maximum { get; private init; }

    /// <summary>How many answers took how long, the shortest first.</summary>
    public EquatableArray<LatencyCount> Values { get; private init; } = [];

    /// <summary>Of the answers of both.</summary>
    /// <param name="other">The other ones.</param>
    public LatencyDistribution Merge(LatencyDistribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count == 0 ? other
            : other.Count == 0 ? this
            : Of(new LatencyHistogram().Add(this).Add(other).Recorded);
    }

    internal static LatencyDistribution Of(HistogramBase recorded) => recorded.TotalCount == 0 ? Empty : new()
    {
        Count = recorded.TotalCount,
        P50 = At(recorded, 50),
        P90 = At(recorded, 90),
        P99 = At(recorded, 99),
        P999 = At(recorded, 99.9),
        Maximum = TimeSpan.FromMicroseconds(recorded.GetMaxValue()),
        Values = recorded.RecordedValues()
            .Select(value => new LatencyCount(TimeSpan.FromMicroseconds(value.ValueIteratedTo), value.CountAtValueIteratedTo))
            .ToEquatableArray(),
    };

    private static TimeSpan At(HistogramBase recorded, double percentile) =>
        TimeSpan.FromMicroseconds(recorded.HighestEquivalentValue(recorded.GetValueAtPercentile(percentile)));
}

/// <summary>Answers that took equally long, to three digits.</summary>
/// <param name="Took">How long at most.</param>
/// <param name="Count">How many.</param>
public readonly record struct LatencyCount(TimeSpan Took, long Count);
