using HdrHistogram;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Simulation.Tests.Measurements;

public class LatencyDistributionTests
{
    [Fact]
    public void Percentiles_are_those_of_the_answers()
    {
        var distribution = Of(Enumerable.Range(1, 1000).Select(number => TimeSpan.FromMilliseconds(number)));

        Assert.Equal(1000, distribution.Count);
        AssertNear(500, distribution.P50);
        AssertNear(900, distribution.P90);
        AssertNear(990, distribution.P99);
        AssertNear(999, distribution.P999);
        AssertNear(1000, distribution.Maximum);
        Assert.Equal(1000, distribution.Values.Sum(value => value.Count));
    }

    [Fact]
    public void Without_answers_there_is_nothing()
    {
        Assert.Same(LatencyDistribution.Empty, new LatencyHistogram().Take());
        Assert.Equal(TimeSpan.Zero, LatencyDistribution.Empty.Maximum);
    }

    [Fact]
    public void Merged_answers_are_those_of_both()
    {
        TimeSpan[] some = [TimeSpan.FromMicroseconds(1), TimeSpan.FromMicroseconds(70_001), TimeSpan.FromSeconds(7)];
        TimeSpan[] others = [TimeSpan.FromMicroseconds(70_003), TimeSpan.FromMinutes(59)];

        Assert.Equal(Of([.. some, .. others]), Of(some).Merge(Of(others)));
        Assert.Equal(Of(some), Of(some).Merge(LatencyDistribution.Empty));
        Assert.Equal(Of(some), LatencyDistribution.Empty.Merge(Of(some)));
    }

    [Fact]
    public void What_takes_longer_than_an_hour_counts_as_an_hour()
    {
        var distribution = Of([TimeSpan.FromDays(2), TimeSpan.Zero]);

        Assert.Equal(2, distribution.Count);
        Assert.InRange(distribution.Maximum, TimeSpan.FromHours(1), TimeSpan.FromHours(1.01));
        Assert.Equal(TimeSpan.FromMicroseconds(1), distribution.P50);
    }

    [Fact]
    public void Random_answers_are_counted_as_HdrHistogram_counts_them()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 200; trial++)
        {
            var reference = new LongHistogram(1, 3_600_000_000, 3);
            var longest = Math.Pow(10, random.Next(1, 11));
            var answers = Enumerable.Range(0, random.Next(1, 300)).Select(_ => (long)(random.NextDouble() * longest) + 1).ToList();
            answers.ForEach(answer => reference.RecordValue(Math.Min(answer, 3_600_000_000)));

            var distribution = Of(answers.Select(answer => TimeSpan.FromMicroseconds(answer)));

            Assert.Equal(
                new[] { 50, 90, 99, 99.9 }.Select(percentile => reference.HighestEquivalentValue(reference.GetValueAtPercentile(percentile))),
                new[] { distribution.P50, distribution.P90, distribution.P99, distribution.P999 }.Select(time => (long)time.TotalMicroseconds));
            Assert.Equal(reference.GetMaxValue(), (long)distribution.Maximum.TotalMicroseconds);
            Assert.Equal(
                reference.RecordedValues().Select(value => (value.ValueIteratedTo, value.CountAtValueIteratedTo)),
                distribution.Values.Select(value => ((long)value.Took.TotalMicroseconds, value.Count)));
        }
    }

    [Fact]
    public void Parts_that_are_merged_one_after_the_other_are_all_their_answers()
    {
        var random = new Random(11);
        var parts = Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, random.Next(30)).Select(_ => TimeSpan.FromMicroseconds(random.Next(1, 200))).ToList()).ToList();

        Assert.Equal(Of(parts.SelectMany(part => part)), parts.Aggregate(LatencyDistribution.Empty, (whole, part) => whole.Merge(Of(part))));
    }

    static LatencyDistribution Of(IEnumerable<TimeSpan> answers)
    {
        var histogram = new LatencyHistogram();
        foreach (var answer in answers)
        {
            histogram.Add(answer);
        }

        return histogram.Take();
    }

    static void AssertNear(double milliseconds, TimeSpan time) => Assert.InRange(time.TotalMilliseconds, milliseconds, milliseconds * 1.001);
}
