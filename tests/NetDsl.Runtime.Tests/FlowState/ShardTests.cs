using NetDsl.Runtime.FlowState;

namespace NetDsl.Runtime.Tests.FlowState;

public class ShardTests
{
    /// <summary>The table of foundation §6.4.</summary>
    [Theory]
    [InlineData(8, 2, 28, 0.5357, 0.4286, 0.0357)]
    [InlineData(8, 3, 56, 0.1786, 0.5357, 0.2679, 0.01786)]
    [InlineData(8, 4, 70, 0.0143, 0.2286, 0.5143, 0.2286, 0.0143)]
    [InlineData(16, 4, 1_820, 0.2720, 0.4835, 0.2176, 0.0264, 0.00055)]
    [InlineData(64, 4, 635_376, 0.7675, 0.2154, 0.0167, 0.00038, 1.6e-6)]
    [InlineData(100, 5, 75_287_520, 0.7696, 0.2114, 0.0184, 0.00059, 6.3e-6, 1.3e-8)]
    public void Overlaps_are_as_the_closed_formula_says(int nodes, int size, double shards, params double[] probabilities)
    {
        var overlap = new ShardOverlap(nodes, size);
        Assert.Equal(shards, overlap.Shards);
        for (var shared = 0; shared < probabilities.Length; shared++)
        {
            Assert.InRange(overlap.Probability(shared) / probabilities[shared], 0.97, 1.03);
        }

        Assert.Equal(1, Enumerable.Range(0, size + 1).Sum(overlap.Probability), 12);
        Assert.Equal(overlap.FullyDown, overlap.FullyDownWith(size), 12);
        Assert.Equal(overlap.Degraded, overlap.DegradedWith(size), 12);
        Assert.Equal(size, overlap.ExpectedDown(1), 12);
    }

    /// <summary>R-6.25.</summary>
    [Theory]
    [InlineData(8, 3, 1, 8)]
    [InlineData(16, 3, 1, 37)]
    [InlineData(16, 4, 2, 140)]
    [InlineData(32, 4, 2, 1_240)]
    [InlineData(100, 5, 2, 15_840)]
    public void There_is_room_for_so_many_and_no_more(int nodes, int size, int maximumOverlap, long most)
    {
        Assert.Equal(most, ShardPlacement.MostResources(nodes, size, maximumOverlap));
        var placement = new ShardPlacement(nodes, size, maximumOverlap, seed: 1);
        while (placement.Shards.Count < 300 && placement.Place() is not null)
        {
        }

        Assert.InRange(placement.Shards.Count, Math.Min(300, most / 3), most);
        Assert.All(placement.Shards, shard => Assert.Equal(size, shard.Distinct().Count()));
        Assert.All(placement.Shards, shard => Assert.All(shard, node => Assert.InRange(node, 0, nodes - 1)));
        foreach (var (shard, index) in placement.Shards.Select((shard, index) => (shard, index)))
        {
            Assert.All(placement.Shards.Take(index), other => Assert.True(other.Intersect(shard).Count() <= maximumOverlap));
        }
    }

    [Fact]
    public void A_seed_repeats_a_placement_and_another_gives_another()
    {
        Assert.Equal(Shards(1), Shards(1));
        Assert.NotEqual(Shards(1), Shards(2));

        static List<string> Shards(ulong seed)
        {
            var placement = new ShardPlacement(16, 4, 4, seed);
            return [.. Enumerable.Range(0, 50).Select(_ => string.Join(' ', placement.Place()!.Value))];
        }
    }

    /// <summary>Drawn without a bound, shards overlap as often as the formula says, within what chance leaves open.</summary>
    [Fact]
    public void Draws_are_spread_evenly()
    {
        var placement = new ShardPlacement(8, 3, 3, seed: 9);
        for (var resource = 0; resource < 4000; resource++)
        {
            Assert.NotNull(placement.Place());
        }

        var overlap = new ShardOverlap(8, 3);
        var counts = placement.Shards.Skip(1).GroupBy(shard => shard.Intersect(placement.Shards[0]).Count()).ToDictionary(group => group.Key, group => group.Count());
        for (var shared = 0; shared <= 3; shared++)
        {
            var expected = overlap.Probability(shared) * (placement.Shards.Count - 1);
            Assert.InRange(counts.GetValueOrDefault(shared), expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        }
    }
}
