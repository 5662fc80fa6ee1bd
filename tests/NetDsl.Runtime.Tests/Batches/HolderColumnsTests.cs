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
}
