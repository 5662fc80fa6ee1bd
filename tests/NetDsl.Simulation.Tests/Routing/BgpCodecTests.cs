using CsCheck;
using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Tests.Routing;

public class BgpCodecTests
{
    static readonly Gen<IpPrefix> Ipv4 = Gen.Select(Gen.UInt, Gen.Int[0, 32], (address, length) => IpPrefix.Containing(new Ipv4Address(address), length));
    static readonly Gen<IpPrefix> Ipv6 = Gen.Select(Gen.ULong[1, ulong.MaxValue], Gen.ULong, Gen.Int[0, 128], (high, low, length) => IpPrefix.Containing(new IpAddress(high, low), length));

    static readonly Gen<BgpAttributes> Attributes = Gen.Select(
        Gen.Enum<BgpOrigin>(), Gen.UInt.Array[0, 80], Gen.UInt, Gen.UInt.Nullable(), Gen.UInt.Nullable(), Gen.UInt.Array[0, 70],
        (origin, path, hop, med, preference, communities) => new BgpAttributes(origin, [.. path], new Ipv4Address(hop)) { Med = med, LocalPreference = preference, Communities = [.. communities] });

    static readonly Gen<BgpMessage> Messages = Gen.OneOf<BgpMessage>(
        Gen.Select(Gen.UInt[1, uint.MaxValue], Gen.UShort, Gen.UInt, Gen.Enum<BgpFamily>().Array[0, 2], (asn, hold, id, families) =>
            (BgpMessage)new BgpOpen(asn, hold, new Ipv4Address(id), [.. families])),
        Gen.Select(Ipv4.Array[0, 60], Ipv6.Array[0, 20], Attributes, Ipv4.Array[1, 60], (gone, goneToo, attributes, announced) =>
            (BgpMessage)new BgpUpdate([.. gone, .. goneToo], attributes, [.. announced])),
        Gen.Select(Ipv4.Array[0, 60], Attributes, Ipv6.Array[1, 60], Gen.ULong[1, ulong.MaxValue], (gone, attributes, announced, hop) =>
            (BgpMessage)new BgpUpdate([.. gone], attributes with { NextHop = new IpAddress(hop, 1) }, [.. announced])),
        Gen.Select(Ipv4.Array[0, 60], gone => (BgpMessage)new BgpUpdate([.. gone], null, [])),
        Gen.Select(Gen.Byte, Gen.Byte, (code, subcode) => (BgpMessage)new BgpNotification(code, subcode)),
        Gen.Const((BgpMessage)new BgpKeepalive()));

    [Fact]
    public void What_is_written_is_read() => Messages.Sample(
        message =>
        {
            var bytes = BgpCodec.Write(message);
            Assert.Equal(bytes.Length, BgpCodec.LengthOf(bytes));
            Assert.True(BgpCodec.TryRead(bytes, out var read));
            Assert.Equal(message, read);
        },
        iter: 5000);

    [Fact]
    public void No_bytes_throw() => Gen.Select(Messages, Gen.Int[0, 4095], Gen.Byte, Gen.Int[0, 4096]).Sample(
        (message, place, value, cut) =>
        {
            var bytes = BgpCodec.Write(message);
            bytes[place % bytes.Length] = value;
            Assert.Equal(BgpCodec.TryRead(bytes, out var read), read is not null);
            Assert.Equal(BgpCodec.TryRead(bytes.AsSpan(0, Math.Min(cut, bytes.Length)), out read), read is not null);
        },
        iter: 5000);

    /// <summary>An update as RFC 4271 lays it out, byte by byte.</summary>
    [Fact]
    public void An_update_has_the_bytes_of_the_standard() => Assert.Equal(
        "ffffffffffffffffffffffffffffffff" + "0032" + "02" + "0003" + "10c0a8" + "0014" + "40010100" + "4002060201" + "0000fde9" + "400304a9fe0602" + "18" + "0a0107",
        Convert.ToHexStringLower(BgpCodec.Write(new BgpUpdate(
            [IpPrefix.Parse("192.168.0.0/16")],
            new BgpAttributes(BgpOrigin.Igp, [65001], IpAddress.Parse("169.254.6.2")),
            [IpPrefix.Parse("10.1.7.0/24")]))));

    /// <summary>An AS path that is longer than the attributes, a set of systems, no origin.</summary>
    [Theory]
    [InlineData("4001010040020a0201")]
    [InlineData("40010100" + "4002060101" + "0000fde9" + "400304a9fe0602")]
    [InlineData("4002060201" + "0000fde9" + "400304a9fe0602")]
    [InlineData("400100" + "4002060201" + "0000fde9" + "400304a9fe0602")]
    public void Attributes_that_are_not_whole_are_refused(string attributes)
    {
        var body = "0000" + (attributes.Length / 2).ToString("x4", System.Globalization.CultureInfo.InvariantCulture) + attributes + "180a0107";
        var bytes = Convert.FromHexString(string.Concat(Enumerable.Repeat("ff", 16)) + (19 + (body.Length / 2)).ToString("x4", System.Globalization.CultureInfo.InvariantCulture) + "02" + body);
        Assert.Equal(bytes.Length, BgpCodec.LengthOf(bytes));
        Assert.False(BgpCodec.TryRead(bytes, out _));
    }

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Throws<ArgumentException>(() => BgpCodec.Write(new BgpUpdate(
        [.. Enumerable.Range(0, 2000).Select(number => IpPrefix.Containing(new Ipv4Address((uint)number << 8), 24))], null, [])));
}
