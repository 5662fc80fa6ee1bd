using System.Runtime.Intrinsics;
using CsCheck;
using NetDsl.Addressing;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Tests.Ranges;

public class RangeTableTests
{
    // Close together at times, so that ranges begin and end within 256 addresses, and at both ends of the space.
    static readonly Gen<uint> AnyAddress = Gen.OneOf(Gen.UInt, Gen.UInt[0x0A00_0000, 0x0A00_0400], Gen.UInt[0, 3], Gen.UInt[uint.MaxValue - 300, uint.MaxValue]);

    static readonly Gen<(uint[] Starts, int[] Numbers)> AnyRanges =
        from count in Gen.OneOf(Gen.Int[1, 40], Gen.Int[41, 700], Gen.Int[4500, 5500])
        from starts in AnyAddress.Array[count]
        from least in Gen.Int[-5, 5]
        from numbers in Gen.Int[least, 90].Array[count + 1]
        let rising = starts.Append(0U).Distinct().Order().ToArray()
        select (rising, numbers[..rising.Length]);

    [Fact]
    public void Every_table_finds_what_a_search_finds() => Gen.Select(AnyRanges, AnyAddress.Array[0, 300]).Sample(
        (ranges, asked) =>
        {
            // The edges of ranges, and anything between.
            uint[] addresses = [.. asked, .. ranges.Starts.Take(200).SelectMany(start => (uint[])[start, unchecked(start - 1), unchecked(start + 1)])];
            var expected = addresses.Select(address => ranges.Numbers[Last(ranges.Starts, address)]).ToArray();
            foreach (var table in Tables(ranges.Starts, ranges.Numbers))
            {
                var found = new int[addresses.Length];
                table.Find(addresses, found);
                Assert.Equal(expected, found);
                Assert.Equal(expected, addresses.Select(table.Find));
            }
        },
        iter: 60);

    [Fact]
    public void Vectors_of_every_width_find_the_same() => Gen.Select(AnyRanges, AnyAddress.Array[0, 300]).Sample(
        (ranges, addresses) =>
        {
            var table = new ComparedRanges(RangeLayer.Of(ranges.Starts, ranges.Numbers));
            var (narrow, wide) = (new int[addresses.Length], new int[addresses.Length]);
            Assert.Equal(addresses.Length / 32 * 32, table.Find<Width256, Vector256<int>>(addresses, narrow));
            Assert.Equal(addresses.Length / 64 * 64, table.Find<Width512, Vector512<int>>(addresses, wide));
            Assert.Equal(addresses.Take(addresses.Length / 32 * 32).Select(table.Find), narrow.Take(addresses.Length / 32 * 32));
            Assert.Equal(addresses.Take(addresses.Length / 64 * 64).Select(table.Find), wide.Take(addresses.Length / 64 * 64));
        },
        iter: 30);

    /// <summary>From four layers on, so that places of a register stay empty; at the ends of ranges, and where an empty place would match by mistake.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(29)]
    public void Layers_that_a_key_tells_apart_are_looked_up(int shift)
    {
        for (var count = 4; count <= KeyedLayers.Keys; count++)
        {
            foreach (var skipped in Enumerable.Range(0, KeyedLayers.Keys - count + 1))
            {
                List<RangeLayer> layers = [.. Enumerable.Range(skipped, count).Select(key => new RangeLayer((uint)key << shift, ((uint)key << shift) | ((1u << shift) - 1), key + 1))];
                uint[] edges = [.. Enumerable.Range(0, 64).SelectMany(key => (uint[])[(uint)key << shift, ((uint)key << shift) - 1]).SelectMany(edge => (uint[])[edge, edge ^ 0x8000_0000])];
                int[] expected = [.. edges.Select(edge => layers.Find(layer => edge >= layer.First && edge <= layer.Last).Number)];
                var table = new ComparedRanges([new RangeLayer(0, uint.MaxValue, 0), .. layers]);
                var (narrow, wide) = (new int[edges.Length], new int[edges.Length]);
                Assert.Equal(edges.Length, table.Find<Width256, Vector256<int>>(edges, narrow));
                Assert.Equal(edges.Length, table.Find<Width512, Vector512<int>>(edges, wide));
                Assert.Equal(expected, narrow);
                Assert.Equal(expected, wide);
                Assert.Equal(expected, edges.Select(table.Find));
                Assert.NotNull(KeyedLayers.TakeFrom(layers));
                Assert.Empty(layers);
            }
        }
    }

    [Fact]
    public void A_range_within_another_is_one_layer()
    {
        Assert.Equal([new RangeLayer(0, uint.MaxValue, 1)], RangeLayer.Of([0], [1]));
        Assert.Equal(
            [new RangeLayer(0, uint.MaxValue, 1), new RangeLayer(10, 39, 2), new RangeLayer(20, 29, 3), new RangeLayer(50, uint.MaxValue, 4)],
            RangeLayer.Of([0, 10, 20, 30, 40, 50], [1, 2, 3, 2, 1, 4]));
    }

    [Fact]
    public void The_table_is_chosen_by_the_layers_and_by_what_it_takes()
    {
        Assert.IsType<ComparedRanges>(Of(1, 9));
        Assert.IsType<ComparedRanges>(Of(RangeCosts.MostLayers, RangeCosts.MostLayers));
        Assert.IsType<MarkedRanges>(Of(RangeCosts.MostLayers + 1, RangeCosts.MostLayers + 1));

        // Twice as many ranges, every other of which goes on with what was below.
        Assert.IsType<ComparedRanges>(RangeTable.Of([.. Enumerable.Range(0, 50).Select(range => (uint)range << 12)], [.. Enumerable.Range(0, 50).Select(range => range % 2 * range)]));
        Assert.IsType<MarkedRanges>(Of(RangeCosts.FewestDirect, 9));

        // All over the space, nodes are more than the near cache holds.
        Assert.IsType<StagedRanges>(Spread(2_000, (1 << 21) + 256, 9));
        Assert.IsType<StagedRanges>(Spread(2_000, (1 << 21) + 256, -2_000));
        Assert.IsType<StagedRanges>(Spread(20_000, 200 << 8, 9));
        Assert.IsType<StagedRanges>(Spread(20_000, 214_000, 9));

        // More blocks that differ among themselves than a staged table tells apart.
        Assert.IsType<DirectRanges>(Spread(120_000, 35_584, 9));

        // More different numbers than either tells apart.
        Assert.IsType<MarkedRanges>(Spread(40_000, 1 << 16, 40_000));

        // Single addresses, each in another part of the space.
        Assert.IsType<RankedRanges>(RangeTable.Of([.. Enumerable.Range(0, 40_000).Select(range => (uint)range * 100_001)], [.. Enumerable.Range(0, 40_000)]));
        Assert.IsType<RankedRanges>(RangeTable.Of([.. Enumerable.Range(0, 8_000).Select(range => (uint)range * 500_001)], [.. Enumerable.Range(0, 8_000)]));

        static RangeTable Of(int count, int numbers) => Spread(count, 1 << 12, numbers);

        static RangeTable Spread(int count, uint apart, int numbers) => RangeTable.Of(
            [.. Enumerable.Range(0, count).Select(range => (uint)range * apart)],
            [.. Enumerable.Range(0, count).Select(range => Math.Sign(numbers) * (range % numbers))]);
    }

    [Fact]
    public void Staged_tables_take_what_they_tell_apart()
    {
        Assert.NotNull(StagedRanges.TryBuild([.. Apart(32_768)], [.. Enumerable.Range(0, 32_768)], long.MaxValue));
        Assert.Null(StagedRanges.TryBuild([.. Apart(32_769)], [.. Enumerable.Range(0, 32_769)], long.MaxValue));

        // A block of the second stage each, and one of the third: the first range has neither.
        Assert.NotNull(StagedRanges.TryBuild([0, .. Apart(32_769).Skip(1).Select(start => start + 256)], new int[32_769], long.MaxValue));
        Assert.Null(StagedRanges.TryBuild([0, .. Apart(32_770).Skip(1).Select(start => start + 256)], new int[32_770], long.MaxValue));
        Assert.NotNull(StagedRanges.TryBuild([0, .. Enumerable.Range(0, 32_768).Select(block => ((uint)block << 8) + 9)], new int[32_769], long.MaxValue));
        Assert.Null(StagedRanges.TryBuild([0, .. Enumerable.Range(0, 32_769).Select(block => ((uint)block << 8) + 9)], new int[32_770], long.MaxValue));
        Assert.Null(StagedRanges.TryBuild([0], [1], 1 << 18));

        static IEnumerable<uint> Apart(int count) => Enumerable.Range(0, count).Select(range => (uint)range << 15);
    }

    [Theory]
    [InlineData(new uint[] { }, new int[] { })]
    [InlineData(new uint[] { 1 }, new[] { 1 })]
    [InlineData(new uint[] { 0, 5, 5 }, new[] { 1, 2, 3 })]
    [InlineData(new uint[] { 0, 5 }, new[] { 1 })]
    public void What_is_no_ranges_is_refused(uint[] starts, int[] numbers) => Assert.Throws<ArgumentException>(() => RangeTable.Of(starts, numbers));

    [Fact]
    public void Prefixes_become_ranges_by_the_longest_match()
    {
        var anyPrefix = Gen.Select(AnyAddress, Gen.Int[0, 32], (address, length) => Ipv4Prefix.Containing(new Ipv4Address(address), length));
        Gen.Select(anyPrefix.Array[0, 60], AnyAddress.Array[1, 60]).Sample((prefixes, addresses) =>
        {
            var numbered = prefixes.Distinct().Select((prefix, index) => (prefix, index)).ToList();
            var ranges = PrefixRanges.Of(numbered, otherwise: -1);
            Assert.Equal(0U, ranges.Starts[0]);
            Assert.All(ranges.Starts.Zip(ranges.Starts.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            Assert.All(ranges.Numbers.Zip(ranges.Numbers.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
            foreach (var address in addresses)
            {
                var longest = numbered.Where(each => each.prefix.Contains(new Ipv4Address(address))).OrderBy(each => each.prefix.Length).Select(each => each.index).LastOrDefault(-1);
                Assert.Equal(longest, ranges.Numbers[Last(ranges.Starts, address)]);
            }
        });
    }

    static int Last(uint[] starts, uint address) => Array.FindLastIndex(starts, start => start <= address);

    static IEnumerable<RangeTable> Tables(uint[] starts, int[] numbers) =>
    [
        new ComparedRanges(RangeLayer.Of(starts, numbers)), new RankedRanges(starts, numbers), MarkedRanges.TryBuild(starts, numbers, long.MaxValue)!, StagedRanges.TryBuild(starts, numbers, long.MaxValue)!,
        DirectRanges.TryBuild(starts, numbers)!,
    ];
}
