using HdrHistogram;

namespace NetDsl.Simulation.Measurements;

/// <summary>Records how long answers take.</summary>
internal sealed class LatencyHistogram
{
    private const int Digits = 3;
    private const long Shortest = 1;

    // In microseconds; what takes longer counts as this.
    private const long Longest = 3_600_000_000;

    private readonly LongHistogram histogram = new(Shortest, Longest, Digits);

    public HistogramBase Recorded => histogram;

    public void Add(TimeSpan took) => Add(took, 1);

    public LatencyHistogram Add(LatencyDistribution distribution)
    {
        foreach (var (took, count) in distribution.Values)
        {
            Add(took, count);
        }

        return this;
    }

    /// <summary>What was recorded; begins anew.</summary>
    public LatencyDistribution Take()
    {
        var taken = LatencyDistribution.Of(histogram);
        if (taken.Count > 0)
        {
            histogram.Reset();
        }

        return taken;
    }

    private void Add(TimeSpan took, long count) => histogram.RecordValueWithCount(Math.Clamp((long)took.TotalMicroseconds, Shortest, Longest), count);
}
