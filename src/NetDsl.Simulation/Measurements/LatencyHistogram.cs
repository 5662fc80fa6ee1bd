using System.Runtime.InteropServices;
using HdrHistogram;

namespace NetDsl.Simulation.Measurements;

/// <summary>
/// Records how long answers take. A run begins anew for each of its many parts, most of which see few different times: so only those that are seen are kept, and
/// not the counts of all times that there could be.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int Digits = 3;
    private const long Shortest = 1;

    // In microseconds; what takes longer counts as this.
    private const long Longest = 3_600_000_000;

    // Says which times are the same to three digits; nothing is recorded in it.
    private static readonly LongHistogram Buckets = new(Shortest, Longest, Digits);

    private readonly Dictionary<long, long> counts = [];

    public void Add(TimeSpan took) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, Buckets.HighestEquivalentValue(Math.Clamp((long)took.TotalMicroseconds, Shortest, Longest)), out _)++;

    /// <summary>What was recorded; begins anew.</summary>
    public LatencyDistribution Take()
    {
        var values = new LatencyCount[counts.Count];
        var next = 0;
        foreach (var (microseconds, count) in counts)
        {
            values[next++] = new LatencyCount(TimeSpan.FromMicroseconds(microseconds), count);
        }

        Array.Sort(values, static (one, other) => one.Took.CompareTo(other.Took));
        counts.Clear();
        return LatencyDistribution.Of(values);
    }
}
