using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation.Tests.Workloads;

public class MergedTrafficTests
{
    [Fact]
    public void The_earliest_comes_first_and_of_equal_ones_the_first_source()
    {
        var merged = new MergedTraffic([new Source(1, 30, 40), new Source(2, 10, 30)]);

        Assert.Equal([(10, 2), (30, 1), (30, 2), (40, 1)], Taken(merged));
        Assert.Null(merged.NextStart);
    }

    [Fact]
    public void Who_calls_again_when_a_flow_is_over_may_be_the_next()
    {
        var calling = new Source(1, 10) { Again = 20 };
        var merged = new MergedTraffic([calling, new Source(2, 30)]);
        var first = merged.Take();
        Assert.Equal(TimeSpan.FromSeconds(30), merged.NextStart);

        first.Ended!(TimeSpan.FromSeconds(15));

        Assert.Equal([(20, 1), (30, 2)], Taken(merged));
    }

    [Fact]
    public void What_has_come_to_its_end_may_begin_again()
    {
        var merged = new MergedTraffic([new Source(1, 10) { Again = 20 }]);
        var first = merged.Take();
        Assert.Null(merged.NextStart);

        first.Ended!(TimeSpan.FromSeconds(15));

        Assert.Equal(TimeSpan.FromSeconds(20), merged.NextStart);
    }

    static List<(int Start, int Client)> Taken(MergedTraffic merged)
    {
        var taken = new List<(int, int)>();
        while (merged.NextStart is not null)
        {
            var plan = merged.Take();
            taken.Add(((int)plan.Start.TotalSeconds, plan.Client));
        }

        return taken;
    }

    /// <summary>Flows of one client at some seconds; one more when the first of them is over.</summary>
    sealed class Source(int client, params int[] starts) : IFlowSource
    {
        readonly Queue<int> due = new(starts);

        public int? Again { get; init; }

        public TimeSpan? NextStart => due.TryPeek(out var start) ? TimeSpan.FromSeconds(start) : null;

        public FlowPlan Take() => new(client, -1, default, TimeSpan.FromSeconds(due.Dequeue()), TimeSpan.Zero, TimeSpan.Zero, [])
        {
            Ended = Again is { } again ? _ => due.Enqueue(again) : null,
        };
    }
}
