using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tests.Forwarding;

public class MultiplicativeHashTests
{
    [Fact]
    public void Addresses_of_many_subnets_hardly_meet()
    {
        // By the first multiplier that is tried, 94 of these addresses belong where others do.
        ulong[] addresses = [.. from block in new[] { 0, 1, 2, 3, 65, 66, 67 } from host in Enumerable.Range(4, 64) select (10UL << 24) | ((ulong)block << 16) | (uint)host];

        var hash = MultiplicativeHash.Of(addresses, bits: 11);

        var homes = addresses.Select(hash.Home).ToList();
        Assert.All(homes, home => Assert.InRange(home, 0, (1 << 11) - 1));
        Assert.InRange(addresses.Length - homes.Distinct().Count(), 0, addresses.Length / 50);
    }

    [Fact]
    public void The_same_keys_have_the_same_hash()
    {
        var keys = Enumerable.Range(0, 500).Select(key => (ulong)key * 37).ToArray();

        Assert.Equal(keys.Select(MultiplicativeHash.Of(keys, 10).Home), keys.Select(MultiplicativeHash.Of(keys, 10).Home));
    }
}
