using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>Whether a network has more paths than are compiled is found by walking them.</summary>
public class MostPathsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_is_compiled_with_as_many_as_it_has_and_not_with_one_less(int seed)
    {
        var topology = RandomNetwork.Create(seed);
        if (!topology.IsWhole)
        {
            return;
        }

        foreach (var hasJunctions in new[] { false, true })
        {
            var walks = WalksOf(topology, hasJunctions);
            Assert.False(new NetworkLowering(topology, hasJunctions: hasJunctions).HasMorePathsThan(walks, CancellationToken.None));
            Assert.True(new NetworkLowering(topology, hasJunctions: hasJunctions).HasMorePathsThan(walks - 1, CancellationToken.None));
            Assert.NotNull(new IncrementalLowering().TryLower(topology, hasJunctions, walks));
            Assert.Null(new IncrementalLowering().TryLower(topology, hasJunctions, walks - 1));
        }
    }

    [Fact]
    public void What_has_too_many_leaves_what_is_remembered()
    {
        var few = RandomNetwork.Create(1);
        var most = WalksOf(few, hasJunctions: false);
        var lowering = new IncrementalLowering();
        Assert.NotNull(lowering.TryLower(few, hasJunctions: false, most));
        Assert.NotNull(lowering.TryLower(few, hasJunctions: false, most));
        var many = Enumerable.Range(2, 100).Select(seed => RandomNetwork.Create(seed) with { Name = few.Name })
            .First(each => each.IsWhole && WalksOf(each, hasJunctions: false) > most);

        Assert.Null(lowering.TryLower(many, hasJunctions: false, most));
        Assert.NotNull(lowering.TryLower(few, hasJunctions: false, most));
        Assert.Equal(0, lowering.LastWalks.Walked);
    }

    /// <summary>It would only be noted again and again.</summary>
    [Fact]
    public void What_has_too_many_from_the_start_is_not_remembered()
    {
        var topology = RandomNetwork.Create(1);
        var lowering = new IncrementalLowering();
        Assert.Null(lowering.TryLower(topology, hasJunctions: false, mostPaths: 1));
        Assert.Null(lowering.TryLower(topology, hasJunctions: false, mostPaths: 1));

        Assert.NotNull(lowering.Lower(topology, hasJunctions: false));
        Assert.Equal(default, lowering.LastWalks);
    }

    static int WalksOf(Topology topology, bool hasJunctions)
    {
        TopologyLowering.TryLower(topology, hasJunctions, "", long.MaxValue, new LoweringMemory(), CancellationToken.None, out var walks);
        return walks.Walked;
    }
}
