using NetDsl.Runtime.Faults;

namespace NetDsl.Runtime.Tests.Faults;

/// <summary>Single checks: thirty seconds apart from second 7 on; a check fails ten seconds after it began.</summary>
public sealed class HealthTimelineTests
{
    static readonly TimeSpan Phase = TimeSpan.FromSeconds(7);

    [Theory]
    // Checks at 7, 37, 67, 97, ...: the second that fails is known to have failed ten seconds later, and the fifth that comes through is enough.
    [InlineData(30, 300, 77, 427)]
    [InlineData(37, 300, 77, 427)]
    [InlineData(38, 300, 107, 427)]
    [InlineData(38, 307, 107, 427)]
    [InlineData(38, 308, 107, 457)]
    // Back between the last check and its end: still told, and five are still needed.
    [InlineData(30, 68, 77, 217)]
    public void Two_that_fail_and_five_that_come_through(int down, int up, int from, int until) =>
        Assert.Equal([(Seconds(from), (TimeSpan?)Seconds(until))], Of((down, up)).Spans);

    [Theory]
    [InlineData(8, 36)]
    [InlineData(8, 66)]
    [InlineData(37, 67)]
    public void What_fewer_checks_find_is_nothing(int down, int up) => Assert.Empty(Of((down, up)).Spans);

    [Fact]
    public void Failures_that_are_not_in_a_row_do_not_count()
    {
        Assert.Empty(Of((30, 40), (90, 100)).Spans);
        Assert.Equal([(Seconds(77), (TimeSpan?)Seconds(217))], Of((30, 40), (60, 70)).Spans);
    }

    [Fact]
    public void Who_fails_again_before_five_checks_stays_out() =>
        Assert.Equal([(Seconds(77), (TimeSpan?)Seconds(367))], Of((30, 100), (200, 220)).Spans);

    [Fact]
    public void What_is_down_for_good_stays_out()
    {
        var timeline = Of((30, null));
        Assert.Equal([(Seconds(77), null)], timeline.Spans);
        Assert.Equal((false, true, true), (timeline.IsUnhealthy(Seconds(76)), timeline.IsUnhealthy(Seconds(77)), timeline.IsUnhealthy(TimeSpan.FromDays(9))));
    }

    [Fact]
    public void Endpoints_of_accelerators_are_out_by_three_and_back_by_one() =>
        Assert.Equal(
            [(Seconds(97), (TimeSpan?)Seconds(307))],
            new HealthTimeline([(Seconds(30), Seconds(300))], HealthCheckOptions.EndpointGroup, Phase).Spans);

    [Fact]
    public void Checks_that_do_not_follow_each_other_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HealthTimeline([(Seconds(30), null)], HealthCheckOptions.TargetGroup with { Interval = TimeSpan.Zero }, Phase));

    [Fact]
    public void Thresholds_below_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HealthTimeline([(Seconds(30), null)], HealthCheckOptions.TargetGroup with { Unhealthy = 0 }, Phase));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HealthTimeline([(Seconds(30), null)], HealthCheckOptions.TargetGroup with { Healthy = 0 }, Phase));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HealthTimeline([(Seconds(30), null)], HealthCheckOptions.TargetGroup with { Timeout = Seconds(-1) }, Phase));
    }

    static HealthTimeline Of(params (int At, int? Until)[] outages) =>
        new(outages.Select(outage => (Seconds(outage.At), outage.Until is { } until ? Seconds(until) : (TimeSpan?)null)), HealthCheckOptions.TargetGroup, Phase);

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
