using CsCheck;
using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class Ipv4PrefixTests
{
    static readonly Gen<Ipv4Prefix> Prefixes =
        Gen.Select(Gen.UInt, Gen.Int[0, 32]).Select((value, length) => Ipv4Prefix.Containing(new Ipv4Address(value), length));

    // Near each other, so that overlaps are as likely as not.
    static readonly Gen<Ipv4Prefix> NeighbouringPrefixes =
        Gen.Select(Gen.UInt[0, 63], Gen.Int[26, 32]).Select((value, length) => Ipv4Prefix.Containing(new Ipv4Address(value), length));

    [Fact]
    public void Reads_back_what_it_writes() =>
        Prefixes.Sample(prefix => Ipv4Prefix.Parse(prefix.ToString()) == prefix);

    [Fact]
    public void Refuses_host_bits_and_proposes_the_prefix() =>
        Gen.Select(Gen.UInt, Gen.Int[0, 32]).Sample((value, length) =>
        {
            var address = new Ipv4Address(value);
            var expected = Ipv4Prefix.Containing(address, length);
            var read = Ipv4Prefix.TryParse($"{address}/{length}", out var prefix, out var error);
            return expected.Network == address
                ? read && prefix == expected && error.Length == 0
                : !read && error == $"'{address}/{length}' has host bits set; the prefix is {expected}";
        });

    [Theory]
    [InlineData(null, "null is not a prefix; write one such as 10.0.0.0/16")]
    [InlineData("", "'' is not an IPv4 prefix; write one such as 10.0.0.0/16")]
    [InlineData("anywhere", "'anywhere' is not an IPv4 prefix; write one such as 10.0.0.0/16")]
    [InlineData("10.0.0.7", "'10.0.0.7' has no prefix length; write 10.0.0.7/32 for this one address")]
    [InlineData("10.0.0/16", "'10.0.0/16' is not an IPv4 prefix: '10.0.0' is not an address of four numbers from 0 to 255")]
    [InlineData("/16", "'/16' is not an IPv4 prefix: '' is not an address of four numbers from 0 to 255")]
    [InlineData("10.0.0.0/", "'10.0.0.0/' is not an IPv4 prefix: the length '' is not a number from 0 to 32")]
    [InlineData("10.0.0.0/33", "'10.0.0.0/33' is not an IPv4 prefix: the length '33' is not a number from 0 to 32")]
    [InlineData("10.0.0.0/016", "'10.0.0.0/016' is not an IPv4 prefix: the length '016' is not a number from 0 to 32")]
    [InlineData("10.0.0.0/-1", "'10.0.0.0/-1' is not an IPv4 prefix: the length '-1' is not a number from 0 to 32")]
    [InlineData("10.0.0.0/16/8", "'10.0.0.0/16/8' is not an IPv4 prefix: the length '16/8' is not a number from 0 to 32")]
    [InlineData("10.0.0.1/16", "'10.0.0.1/16' has host bits set; the prefix is 10.0.0.0/16")]
    public void Says_what_is_wrong_and_what_to_write(string? text, string error)
    {
        Assert.False(Ipv4Prefix.TryParse(text, out _, out var actual));
        Assert.Equal(error, actual);
    }

    [Fact]
    public void Shows_hostile_text_in_one_short_line()
    {
        Assert.False(Ipv4Prefix.TryParse("10.0.0.0\n\u202Eerror CS0000" + new string('x', 5000) + "/8", out _, out var error));
        Assert.DoesNotContain(error, char.IsControl);
        Assert.DoesNotContain('\u202E', error);
        Assert.InRange(error.Length, 1, 300);
    }

    [Fact]
    public void Contains_the_addresses_between_its_ends() =>
        Gen.Select(NeighbouringPrefixes, Gen.UInt[0, 63]).Sample((prefix, value) =>
        {
            var address = new Ipv4Address(value);
            return prefix.Contains(address) == (address >= prefix.First && address <= prefix.Last);
        });

    [Fact]
    public void Has_as_many_addresses_as_lie_between_its_ends() =>
        Prefixes.Sample(prefix => prefix.Size == (long)prefix.Last.Value - prefix.First.Value + 1);

    [Fact]
    public void Contains_a_prefix_when_it_contains_both_of_its_ends() =>
        Gen.Select(NeighbouringPrefixes, NeighbouringPrefixes).Sample((outer, inner) =>
            outer.Contains(inner) == (outer.Contains(inner.First) && outer.Contains(inner.Last)));

    [Fact]
    public void Overlaps_when_some_address_is_in_both() =>
        Gen.Select(NeighbouringPrefixes, NeighbouringPrefixes).Sample((left, right) =>
        {
            var shared = Enumerable.Range(0, 64).Select(value => new Ipv4Address((uint)value)).Any(address => left.Contains(address) && right.Contains(address));
            return left.Overlaps(right) == shared && right.Overlaps(left) == shared;
        });

    [Fact]
    public void Is_ordered_by_network_then_by_length()
    {
        string[] expected = ["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "192.168.0.0/16", "255.255.255.255/32"];
        Assert.Equal(expected, expected.Reverse().Select(Ipv4Prefix.Parse).Order().Select(prefix => prefix.ToString()));
    }

    [Fact]
    public void Compares_by_operators_as_by_order() =>
        Gen.Select(NeighbouringPrefixes, NeighbouringPrefixes).Sample((left, right) =>
        {
            var order = left.CompareTo(right);
            return (left < right) == (order < 0) && (left > right) == (order > 0)
                && (left <= right) == (order <= 0) && (left >= right) == (order >= 0) && (left == right) == (order == 0);
        });

    [Fact]
    public void Holds_every_address_by_default()
    {
        Assert.Equal("0.0.0.0/0", Ipv4Prefix.All.ToString());
        Assert.Equal(1L << 32, Ipv4Prefix.All.Size);
        Assert.Equal("255.255.255.255", Ipv4Prefix.All.Last.ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(33)]
    public void Has_no_length_outside_0_to_32(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ipv4Prefix.Containing(default, length));
}
