using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class IpPrefixTests
{
    [Theory]
    [InlineData("2001:db8::/32")]
    [InlineData("::/0")]
    [InlineData("2001:db8::1/128")]
    [InlineData("10.0.0.0/16")]
    public void Text_of_either_family_is_read_and_written(string text) => Assert.Equal(text, IpPrefix.Parse(text).ToString());

    [Theory]
    [InlineData("2001:db8::1/64", "'2001:db8::1/64' has host bits set; the prefix is 2001:db8::/64")]
    [InlineData("2001:db8::", "'2001:db8::' has no prefix length; write 2001:db8::/128 for this one address")]
    [InlineData("2001:db8::/129", "'2001:db8::/129' is not an IPv6 prefix: the length '129' is not a number from 0 to 128")]
    [InlineData("2001:db8:::/32", "'2001:db8:::/32' is not an IPv6 prefix: '2001:db8:::' is not an IPv6 address such as 2001:db8::1")]
    public void What_is_wrong_is_said(string text, string error)
    {
        Assert.False(IpPrefix.TryParse(text, out _, out var told));
        Assert.Equal(error, told);
    }

    [Fact]
    public void A_prefix_contains_addresses_of_its_own_family_only()
    {
        Assert.False(IpPrefix.AllIpv6.Contains(IpAddress.Parse("10.0.0.1")));
        Assert.False(IpPrefix.AllIpv4.Contains(IpAddress.Parse("::1")));
        Assert.True(IpPrefix.AllIpv4.Contains(IpPrefix.Parse("10.0.0.0/8")));
        Assert.False(IpPrefix.AllIpv6.Overlaps(IpPrefix.AllIpv4));
    }

    [Theory]
    [InlineData("2001:db8::/56", "2001:db8:0:ff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::/64", "2001:db8::ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::/96", "2001:db8::ffff:ffff")]
    [InlineData("10.0.0.0/30", "10.0.0.3")]
    public void Its_last_address_has_all_host_bits(string prefix, string last) => Assert.Equal(last, IpPrefix.Parse(prefix).Last.ToString());

    [Fact]
    public void The_lowest_free_prefix_is_given_out()
    {
        IpPrefix[] blocks = [IpPrefix.Parse("2001:db8::/63"), IpPrefix.Parse("2001:db8:1::/64")];

        Assert.Equal("2001:db8::/64", Next());
        Assert.Equal("2001:db8:0:1::/64", Next("2001:db8::/64"));
        Assert.Equal("2001:db8:1::/64", Next("2001:db8::/48"));
        Assert.Null(Next("2001:db8::/63", "2001:db8:1::/80"));

        string? Next(params string[] taken) => PrefixAllocation.NextFree(blocks, taken.Select(IpPrefix.Parse), 64)?.ToString();
    }
}
