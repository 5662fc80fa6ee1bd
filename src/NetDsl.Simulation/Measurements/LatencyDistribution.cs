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
            : Of(Merge(Values, other.Values));
    }

    /// <summary>Of counts, those of the shortest time first.</summary>
    internal static LatencyDistribution Of(LatencyCount[] values)
    {
        if (values.Length == 0)
        {
            return Empty;
        }

        var count = values.Sum(value => value.Count);
        return new LatencyDistribution
        {
            Count = count,
            P50 = At(50),
            P90 = At(90),
            P99 = At(99),
            P999 = At(99.9),
            Maximum = values[^1].Took,
            Values = values.ToEquatableArray(),
        };

        // The time that so many stay within, as HdrHistogram rounds it.
        TimeSpan At(double percentile)
        {
            var rank = Math.Max(1, (long)((percentile / 100 * count) + 0.5));
            var (place, within) = (0, values[0].Count);
            while (within < rank)
            {
                within += values[++place].Count;
            }

            return values[place].Took;
        }
    }

    private static LatencyCount[] Merge(EquatableArray<LatencyCount> some, EquatableArray<LatencyCount> others)
    {
        var merged = new List<LatencyCount>(some.Count + others.Count);
        var other = 0;
        foreach (var value in some)
        {
            for (; other < others.Count && others[other].Took < value.Took; other++)
            {
                merged.Add(others[other]);
            }

            merged.Add(other < others.Count && others[other].Took == value.Took ? value with { Count = value.Count + others[other++].Count } : value);
        }

        for (; other < others.Count; other++)
        {
            merged.Add(others[other]);
        }

        return [.. merged];
    }
}

/// <summary>Answers that took equally long, to three digits.</summary>
/// <param name="Took">How long at most.</param>
/// <param name="Count">How many.</param>
public readonly record struct LatencyCount(TimeSpan Took, long Count);
