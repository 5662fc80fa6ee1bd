using CsCheck;
using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class Ipv4AddressTests
{
    [Fact]
    public void Reads_back_what_it_writes() =>
        Gen.UInt.Sample(value => Ipv4Address.Parse(new Ipv4Address(value).ToString()).Value == value);

    [Fact]
    public void Has_the_most_significant_octet_first() =>
        Assert.Equal(0x0A010203u, Ipv4Address.Parse("10.1.2.3").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.-1")]
    [InlineData("10.0.0.+1")]
    [InlineData("10.0.0.01")]
    [InlineData("10.0.0. 1")]
    [InlineData("10.0.0.1 ")]
    [InlineData("10.0..1")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("10.0.0.1\n")]
    [InlineData("10.0.0.١")]
    [InlineData("::1")]
    public void Refuses_text_that_could_mean_something_else(string? text)
    {
        Assert.False(Ipv4Address.TryParse(text, out var address));
        Assert.Equal(default, address);
    }

    [Fact]
    public void Reads_no_text_but_its_own() =>
        Gen.String[Gen.Char["0123456789./ +x"], 0, 16].Sample(text =>
            !Ipv4Address.TryParse(text, out var address) || address.ToString() == text);

    [Fact]
    public void Throws_with_the_text_where_an_address_is_sure() =>
        Assert.Equal("'10.0.0' is not an IPv4 address.", Assert.Throws<FormatException>(() => Ipv4Address.Parse("10.0.0")).Message);

    [Fact]
    public void Is_ordered_as_unsigned_numbers() =>
        Gen.Select(Gen.UInt, Gen.UInt).Sample((left, right) =>
        {
            var (low, high) = (new Ipv4Address(left), new Ipv4Address(right));
            return (low < high) == (left < right)
                && (low > high) == (left > right)
                && (low <= high) == (left <= right)
                && (low >= high) == (left >= right)
                && Math.Sign(low.CompareTo(high)) == left.CompareTo(right);
        });
}
