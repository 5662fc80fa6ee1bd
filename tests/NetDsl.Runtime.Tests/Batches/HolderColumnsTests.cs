using NetDsl.Runtime.Batches;

namespace NetDsl.Runtime.Tests.Batches;

public class HolderColumnsTests
{
    [Fact]
    public void Every_address_is_found_and_no_other()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 50; trial++)
        {
            var expected = new Dictionary<uint, (int Column, int Holder)>();
            for (var subnet = random.Next(1, 20); subnet > 0; subnet--)
            {
                var first = (uint)random.Next() << random.Next(9);
                for (var host = (uint)random.Next(1, 100); host > 0; host--)
                {
                    expected[unchecked(first + host)] = (random.Next(10), expected.Count);
                }
            }

            var columns = new HolderColumns(expected);

            Assert.All(expected, pair => Assert.Equal(pair.Value, columns.Find(pair.Key)));
            Assert.All(expected.Keys.Select(address => address + 100).Where(address => !expected.ContainsKey(address)), address => Assert.Equal((HolderColumns.Nobody, -1), columns.Find(address)));
        }
    }

    [Fact]
    public void Addresses_of_many_subnets_hardly_meet()
    {
        // By the first multiplier, all addresses of some of these subnets are where those of others belong.
        byte[] second = [0, 1, 2, 3, 65, 66, 67];
        var addresses = from block in second from host in Enumerable.Range(4, 64) select (10u << 24) | ((uint)block << 16) | (uint)host;

        var columns = new HolderColumns(addresses.ToDictionary(address => address, address => (0, (int)address)));

        Assert.InRange(columns.Displaced, 0, addresses.Count() / 50);
    }
}
