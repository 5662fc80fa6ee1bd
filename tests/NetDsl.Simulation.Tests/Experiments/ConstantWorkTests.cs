using NetDsl.Simulation.Experiments;

namespace NetDsl.Simulation.Tests.Experiments;

public sealed class ConstantWorkTests
{
    static readonly ConstantWorkOptions Fleet = new();

    [Fact]
    public void A_storm_of_changes_is_no_load_for_who_reads_everything() => Assert.All(
        ConstantWork.Measure(Fleet, ConfigurationLoading.Whole, seed: 1),
        tick => Assert.Equal((Fleet.Entries, 0, TimeSpan.Zero), (tick.Loaded, tick.Wrong, tick.Age)));

    [Fact]
    public void Who_is_told_of_changes_is_behind_until_long_after_the_storm()
    {
        var ticks = ConstantWork.Measure(Fleet, ConfigurationLoading.Changes, seed: 1);
        Assert.All(ticks.Take(Fleet.StormFrom), tick => Assert.Equal((Fleet.Changes, 0), (tick.Loaded, tick.Wrong)));

        // 120,000 changes, of which a node loads 12,000 in a tick: it is busy for ten ticks, of which the storm has four.
        var busy = ticks.Skip(Fleet.StormFrom).Take(10).ToList();
        Assert.All(busy, tick => Assert.Equal(Fleet.Capacity, tick.Loaded));
        Assert.All(busy.SkipLast(1), tick => Assert.True(tick.Wrong > 0));
        Assert.True(busy.Max(tick => tick.Age) >= TimeSpan.FromSeconds(30));
        Assert.Equal((Fleet.Changes, 0, TimeSpan.Zero), (ticks[^1].Loaded, ticks[^1].Wrong, ticks[^1].Age));
    }

    [Fact]
    public void Both_load_all_there_is_and_no_more()
    {
        var calm = Fleet with { StormTicks = 0 };
        Assert.Equal(calm.Ticks * calm.Changes, ConstantWork.Measure(calm, ConfigurationLoading.Changes, seed: 1).Sum(tick => tick.Loaded));
        Assert.Equal(calm.Ticks * calm.Entries, ConstantWork.Measure(calm, ConfigurationLoading.Whole, seed: 1).Sum(tick => tick.Loaded));
    }

    [Fact]
    public void A_node_that_cannot_read_everything_in_a_tick_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConstantWork.Measure(Fleet with { Capacity = Fleet.Entries - 1 }, ConfigurationLoading.Whole, seed: 1));

    [Fact]
    public void A_seed_repeats_a_run() => Assert.Equal(ConstantWork.Measure(Fleet, ConfigurationLoading.Changes, seed: 2), ConstantWork.Measure(Fleet, ConfigurationLoading.Changes, seed: 2));
}
