using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class PublicAddressPoolTests
{
    [Fact]
    public void Gives_documentation_addresses_and_then_those_for_benchmarks()
    {
        var pool = new PublicAddressPool();
        var given = Enumerable.Range(0, 255).Select(_ => pool.TakeNext()!.Value.ToString()).ToList();

        Assert.Equal("203.0.113.1", given[0]);
        Assert.Equal("203.0.113.254", given[253]);
        Assert.Equal("198.18.0.1", given[254]);
    }

    [Fact]
    public void Steps_over_what_somebody_has()
    {
        var pool = new PublicAddressPool();

        Assert.True(pool.TryTake(Ipv4Address.Parse("203.0.113.1")));
        Assert.False(pool.TryTake(Ipv4Address.Parse("203.0.113.1")));
        Assert.Equal("203.0.113.2", pool.TakeNext().ToString());
    }

    [Fact]
    public void Gives_every_address_once_and_then_nothing()
    {
        var pool = new PublicAddressPool();
        var given = new HashSet<Ipv4Address>();
        while (pool.TakeNext() is { } address)
        {
            Assert.True(given.Add(address));
        }

        Assert.Equal(254 + 131_070, given.Count);
        Assert.DoesNotContain(PublicAddressPool.InternetHost, given);
        Assert.Null(pool.TakeNext());
    }

    [Fact]
    public void Hosts_on_the_internet_have_addresses_for_documentation() =>
        Assert.Equal(("198.51.100.7", "3fff::7"), (PublicAddressPool.InternetHost.ToString(), PublicAddressPool.Ipv6InternetHost.ToString()));
}
