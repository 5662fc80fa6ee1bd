using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class SubnetAddressesTests
{
    static readonly Ipv4Prefix Smallest = Ipv4Prefix.Parse("10.0.0.16/28");

    [Fact]
    public void Gives_out_what_the_vendor_does_not_reserve_and_then_nothing()
    {
        var addresses = new SubnetAddresses(Smallest);
        var given = Enumerable.Range(0, 11).Select(_ => addresses.TakeNext()!.Value.ToString()).ToList();

        Assert.Equal(Enumerable.Range(20, 11).Select(octet => $"10.0.0.{octet}"), given);
        Assert.Null(addresses.TakeNext());
        Assert.Null(addresses.TakeNext());
    }

    [Fact]
    public void Counts_as_usable_what_it_gives_out() => Assert.Equal(11, SubnetAddresses.Usable(Smallest));

    [Fact]
    public void Has_nothing_usable_where_all_is_reserved() => Assert.Equal(0, SubnetAddresses.Usable(Ipv4Prefix.Parse("10.0.0.0/30")));

    [Fact]
    public void Steps_over_what_somebody_has()
    {
        var addresses = new SubnetAddresses(Smallest);

        Assert.True(addresses.TryTake(Ipv4Address.Parse("10.0.0.21")));
        Assert.False(addresses.TryTake(Ipv4Address.Parse("10.0.0.21")));
        Assert.Equal("10.0.0.20", addresses.TakeNext().ToString());
        Assert.Equal("10.0.0.22", addresses.TakeNext().ToString());
    }

    [Theory]
    [InlineData("10.0.0.15", false)]
    [InlineData("10.0.0.16", true)]
    [InlineData("10.0.0.19", true)]
    [InlineData("10.0.0.20", false)]
    [InlineData("10.0.0.30", false)]
    [InlineData("10.0.0.31", true)]
    [InlineData("10.0.0.32", false)]
    public void Reserves_the_first_four_and_the_last(string address, bool reserved) =>
        Assert.Equal(reserved, SubnetAddresses.IsReserved(Smallest, Ipv4Address.Parse(address)));
}
