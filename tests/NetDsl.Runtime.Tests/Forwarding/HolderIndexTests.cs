using CsCheck;
using NetDsl.Addressing;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tests.Forwarding;

public class HolderIndexTests
{
    // Few VPCs and addresses, so that some are said again, and address 0 of VPC 0, whose key is that of an empty entry.
    static readonly Gen<(int Vpc, uint Address)> AnyPlace = Gen.Select(Gen.Int[-1, 2], Gen.OneOf(Gen.UInt[0, 20], Gen.UInt));

    [Fact]
    public void It_says_what_a_dictionary_says() => Gen.Select(AnyPlace.Array[0, 80], AnyPlace.Array[0, 40]).Sample((known, others) =>
    {
        var index = new HolderIndex([.. known.Select(place => HolderIndex.Key(place.Vpc, new Ipv4Address(place.Address)))]);
        var expected = new Dictionary<(int Vpc, uint Address), int>();
        for (var holder = 0; holder < known.Length; holder++)
        {
            index.Set(known[holder].Vpc, new Ipv4Address(known[holder].Address), holder);
            expected[known[holder]] = holder;
        }

        Assert.All(known.Concat(others), place => Assert.Equal(expected.GetValueOrDefault(place, -1), index.Find(place.Vpc, new Ipv4Address(place.Address))));
    });
}
