using CsCheck;
using NetDsl.Addressing;

namespace NetDsl.Tests.Addressing;

public class TakenPrefixesTests
{
    static readonly Gen<IpPrefix> Ipv4 =
        Gen.Select(Gen.UInt[0, 255], Gen.Int[22, 32]).Select((value, length) => (IpPrefix)Ipv4Prefix.Containing(new Ipv4Address(value), length));

    static readonly Gen<IpPrefix> Ipv6 =
        Gen.Select(Gen.ULong[0, 255], Gen.Int[118, 128]).Select((value, length) => IpPrefix.Containing(new IpAddress(0x20010db8UL << 32, value), length));

    [Fact]
    public void Overlap_is_found_as_by_asking_each() => Gen.OneOf(Ipv4.Array[0, 12], Ipv6.Array[0, 12]).Where(all => all.Length > 0).Sample(all =>
    {
        var (asked, others) = (all[0], all.Skip(1).ToList());
        var taken = new TakenPrefixes(others.Take(4));
        others.Skip(4).ToList().ForEach(taken.Add);
        Assert.Equal(others.Order(), taken.Sorted);
        return taken.Overlaps(asked) == others.Any(asked.Overlaps);
    });
}
