using CsCheck;
using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class PrefixAllocationTests
{
    static readonly Gen<Ipv4Prefix> SmallPrefixes =
        Gen.Select(Gen.UInt[0, 255], Gen.Int[24, 32]).Select((value, length) => Ipv4Prefix.Containing(new Ipv4Address(value), length));

    [Theory]
    [InlineData("10.0.0.0/16", "", 24, "10.0.0.0/24")]
    [InlineData("10.0.0.0/16", "10.0.0.0/24", 24, "10.0.1.0/24")]
    [InlineData("10.0.0.0/16", "10.0.0.128/25 10.0.2.0/24", 24, "10.0.1.0/24")]
    [InlineData("10.0.0.0/16", "10.0.0.0/20", 24, "10.0.16.0/24")]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", 24, null)]
    [InlineData("10.0.0.0/24", "", 16, null)]
    [InlineData("10.0.0.0/24 10.9.0.0/16", "10.0.0.0/25", 24, "10.9.0.0/24")]
    [InlineData("0.0.0.0/0", "", 0, "0.0.0.0/0")]
    [InlineData("255.255.255.0/24", "255.255.255.0/25 255.255.255.128/25", 32, null)]
    public void Proposes_the_lowest_that_is_free(string blocks, string taken, int length, string? expected) =>
        Assert.Equal(expected, PrefixAllocation.NextFree(Read(blocks), Read(taken), length)?.ToString());

    [Fact]
    public void Agrees_with_trying_every_prefix_in_turn() =>
        Gen.Select(SmallPrefixes, SmallPrefixes.Array[0, 6], Gen.Int[24, 32]).Sample((block, taken, length) =>
        {
            var every = Enumerable.Range(0, 1 << (length - 24))
                .Select(index => Ipv4Prefix.Containing(new Ipv4Address((uint)index << (32 - length)), length));
            var expected = every.Where(prefix => block.Contains(prefix) && !taken.Any(prefix.Overlaps)).Select(prefix => (Ipv4Prefix?)prefix);
            return PrefixAllocation.NextFree([block], taken, length) == expected.FirstOrDefault();
        });

    static IEnumerable<Ipv4Prefix> Read(string prefixes) =>
        prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Ipv4Prefix.Parse);
}
