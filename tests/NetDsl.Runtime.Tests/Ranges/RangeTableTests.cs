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
    public void The_table_is_chosen_by_the_number_of_ranges()
    {
        Assert.IsType<ComparedRanges>(Of(1));
        Assert.IsType<ComparedRanges>(Of(RangeCosts.MostCompared));
        Assert.IsType<RankedRanges>(Of(RangeCosts.MostCompared + 1));
        Assert.IsType<DirectRanges>(Of(RangeCosts.FewestDirect));

        // More different numbers than a direct table tells apart.
        Assert.IsType<RankedRanges>(RangeTable.Of([.. Enumerable.Range(0, 40_000).Select(range => (uint)range << 8)], [.. Enumerable.Range(0, 40_000)]));

        static RangeTable Of(int count) => RangeTable.Of([.. Enumerable.Range(0, count).Select(range => (uint)range << 12)], [.. Enumerable.Range(0, count).Select(range => range % 9)]);
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

    static IEnumerable<RangeTable> Tables(uint[] starts, int[] numbers) => [new ComparedRanges(starts, numbers), new RankedRanges(starts, numbers), DirectRanges.TryBuild(starts, numbers)!];
}
