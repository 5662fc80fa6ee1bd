using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class IpAddressTests
{
    [Theory]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("fe80::", "fe80::")]
    [InlineData("64:ff9b::198.51.100.7", "64:ff9b::c633:6407")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    public void Text_of_either_family_is_read_and_written_as_rfc_5952_says(string text, string written) =>
        Assert.Equal(written, IpAddress.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1::2::3")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("fe80::1%eth0")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("10.0.0")]
    public void Other_text_is_refused(string text) => Assert.False(IpAddress.TryParse(text, out _));

    [Fact]
    public void One_order_holds_both_families()
    {
        IpAddress[] ordered = [IpAddress.Parse("::"), IpAddress.Parse("0.0.0.0"), IpAddress.Parse("10.0.0.1"), IpAddress.Parse("255.255.255.255"), IpAddress.Parse("64:ff9b::"), IpAddress.Parse("2001:db8::")];

        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    [Fact]
    public void Addition_carries_into_the_upper_half() =>
        Assert.Equal("2001:db8:0:1::", IpAddress.Parse("2001:db8::ffff:ffff:ffff:ffff").Plus(1).ToString());

    [Fact]
    public void Nat64_holds_an_ipv4_address_in_its_last_bits()
    {
        var address = Ipv4Address.Parse("203.0.113.9");

        Assert.Equal("64:ff9b::cb00:7109", Nat64.Of(address).ToString());
        Assert.Equal(address, Nat64.Embedded(Nat64.Of(address)));
        Assert.Null(Nat64.Embedded(IpAddress.Parse("64:ff9b:1::1")));
    }
}
