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

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(1000, 11)]
    [InlineData((1 << 16) + 1, 18)]
    public void Every_key_belongs_into_the_table(int count, int bits)
    {
        var random = new Random(count);
        ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64())];

        var hash = MultiplicativeHash.Of(keys, bits);

        Assert.All(keys.Append(0UL).Append(ulong.MaxValue), key => Assert.InRange(hash.Home(key), 0, (1 << bits) - 1));
    }
}
