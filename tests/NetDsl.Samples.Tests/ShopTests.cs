using static NetDsl.Traffic;

namespace NetDsl.Samples.Tests;

public class ShopTests
{
    [Fact]
    public void The_shop_is_what_is_expected_of_it() => Shop.Network.Verify();

    [Fact]
    public void Web_hosts_reach_the_databases_of_both_zones()
    {
        Assert.Equal(Verdict.Reachable, Shop.Network.Trace(Shop.Instances.WebA, Shop.Instances.DbA, Tcp(5432)).Verdict);
        Assert.Equal(Verdict.Reachable, Shop.Network.Trace(Shop.Instances.WebA, Shop.Instances.DbB, Tcp(5432)).Verdict);
    }

    [Fact]
    public void The_internet_does_not_reach_a_database()
    {
        var trace = Shop.Network.Trace(Internet, Shop.Instances.DbA, Tcp(5432));

        Assert.Equal(Verdict.Blocked, trace.Verdict);
        Assert.Equal(DropCode.IgwNoMapping, trace.Forward.Code);
    }
}
