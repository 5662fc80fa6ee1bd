using System.Buffers.Binary;
using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Simulation.Routing.Bgp;

/// <summary>
/// Messages of BGP as bytes. Source: RFC 4271; four-octet autonomous systems of RFC 6793, which both ends are taken to speak; families other than IPv4 of RFC 4760.
/// </summary>
public static class BgpCodec
{
    /// <summary>The length of what stands before every message: sixteen bytes of ones, the length and the type.</summary>
    public const int Header = 19;

    private const int MostBytes = 4096;
    private const int Marker = 16;
    private const ushort AsTransition = 23456;
    private const byte Version = 4;
    private const byte CapabilitiesParameter = 2;
    private const byte MultiprotocolCapability = 1;
    private const byte FourOctetCapability = 65;
    private const byte Unicast = 1;
    private const byte Sequence = 2;
    private const byte ExtendedLength = 0x10;
    private const byte WellKnown = 0x40;
    private const byte Optional = 0x80;
    private const byte OptionalTransitive = 0xC0;

    private enum MessageType : byte
    {
        Open = 1,
        Update = 2,
        Notification = 3,
        Keepalive = 4,
    }

    private enum AttributeType : byte
    {
        Origin = 1,
        AsPath = 2,
        NextHop = 3,
        Med = 4,
        LocalPreference = 5,
        Communities = 8,
        Reachable = 14,
        Unreachable = 15,
    }

    /// <summary>A message as bytes, with its header.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">It does not fit into the 4096 bytes of a message.</exception>
    public static byte[] Write(BgpMessage message)
    {
        var (type, body) = message switch
        {
            BgpOpen open => (MessageType.Open, Body(open)),
            BgpUpdate update => (MessageType.Update, Body(update)),
            BgpNotification notification => (MessageType.Notification, [notification.Code, notification.Subcode]),
            BgpKeepalive => (MessageType.Keepalive, (byte[])[]),
            _ => throw new ArgumentException($"{message} is no message of BGP.", nameof(message)),
        };
        var length = Header + body.Length;
        return length <= MostBytes
            ? [.. Enumerable.Repeat((byte)0xFF, Marker), (byte)(length >> 8), (byte)length, (byte)type, .. body]
            : throw new ArgumentException($"The message has {length} bytes, and {MostBytes} are allowed; tell of fewer prefixes in one.", nameof(message));
    }

    /// <summary>The length of a message that begins so; nothing when the bytes begin none, or are less than a header.</summary>
    /// <param name="bytes">What has come so far.</param>
    public static int? LengthOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Header && !bytes[..Marker].ContainsAnyExcept((byte)0xFF) && BinaryPrimitives.ReadUInt16BigEndian(bytes[Marker..]) is >= Header and <= MostBytes and var length
            ? length
            : null;

    /// <summary>Reads one whole message.</summary>
    /// <param name="bytes">Its bytes, with the header.</param>
    /// <param name="message">The message; nothing when it is refused.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out BgpMessage? message)
    {
        message = null;
        if (LengthOf(bytes) != bytes.Length)
        {
            return false;
        }

        var reader = new BgpReader(bytes[Header..]);
        message = (MessageType)bytes[Marker + 2] switch
        {
            MessageType.Open => ReadOpen(ref reader),
            MessageType.Update => ReadUpdate(ref reader),
            MessageType.Notification => new BgpNotification(reader.Byte(), reader.Byte()),
            MessageType.Keepalive => new BgpKeepalive(),
            _ => null,
        };
        if (reader.IsShort)
        {
            message = null;
        }

        return message is not null;
    }

    private static byte[] Body(BgpOpen open)
    {
        List<byte> capabilities = [];
        foreach (var family in open.Families)
        {
            capabilities.AddRange([MultiprotocolCapability, 4, 0, (byte)family, 0, Unicast]);
        }

        capabilities.AddRange([FourOctetCapability, 4, .. Four(open.Asn)]);
        var asn = open.Asn <= ushort.MaxValue ? (ushort)open.Asn : AsTransition;
        return
        [
            Version,
            .. Two(asn),
            .. Two(open.HoldTime),
            .. Four(open.RouterId.Value),
            (byte)(capabilities.Count + 2),
            CapabilitiesParameter,
            (byte)capabilities.Count,
            .. capabilities,
        ];
    }

    private static byte[] Body(BgpUpdate update)
    {
        byte[] withdrawn = [.. update.Withdrawn.Where(prefix => prefix.IsIpv4).SelectMany(Prefix)];
        byte[] attributes = [.. Attributes(update)];
        return
        [
            .. Two((ushort)withdrawn.Length),
            .. withdrawn,
            .. Two((ushort)attributes.Length),
            .. attributes,
            .. update.Announced.Where(prefix => prefix.IsIpv4).SelectMany(Prefix),
        ];
    }

    private static List<byte> Attributes(BgpUpdate update)
    {
        List<byte> attributes = [];
        byte[] gone = [.. update.Withdrawn.Where(prefix => prefix.IsIpv6).SelectMany(Prefix)];
        if (gone.Length > 0)
        {
            Add(Optional, AttributeType.Unreachable, [0, (byte)BgpFamily.Ipv6, Unicast, .. gone]);
        }

        if (update.Attributes is not { } said)
        {
            return attributes;
        }

        Add(WellKnown, AttributeType.Origin, [(byte)said.Origin]);
        Add(WellKnown, AttributeType.AsPath, said.Path.Count == 0 ? [] : [Sequence, (byte)said.Path.Count, .. said.Path.SelectMany(Four)]);
        if (said.NextHop.AsIpv4 is { } nextHop)
        {
            Add(WellKnown, AttributeType.NextHop, Four(nextHop.Value));
        }

        AddNumber(Optional, AttributeType.Med, said.Med);
        AddNumber(WellKnown, AttributeType.LocalPreference, said.LocalPreference);
        if (said.Communities.Count > 0)
        {
            Add(OptionalTransitive, AttributeType.Communities, [.. said.Communities.SelectMany(Four)]);
        }

        byte[] reached = [.. update.Announced.Where(prefix => prefix.IsIpv6).SelectMany(Prefix)];
        if (reached.Length > 0)
        {
            Add(Optional, AttributeType.Reachable, [0, (byte)BgpFamily.Ipv6, Unicast, 16, .. Sixteen(said.NextHop), 0, .. reached]);
        }

        return attributes;

        void AddNumber(byte flags, AttributeType type, uint? value)
        {
            if (value is { } number)
            {
                Add(flags, type, Four(number));
            }
        }

        void Add(byte flags, AttributeType type, byte[] value) => attributes.AddRange(
            value.Length > byte.MaxValue ? [(byte)(flags | ExtendedLength), (byte)type, .. Two((ushort)value.Length), .. value] : [flags, (byte)type, (byte)value.Length, .. value]);
    }

    private static BgpOpen? ReadOpen(ref BgpReader reader)
    {
        var version = reader.Byte();
        uint asn = reader.Two();
        var hold = reader.Two();
        var id = new Ipv4Address(reader.Four());
        var families = new List<BgpFamily>();
        var parameters = reader.Part(reader.Byte());
        var isShort = false;
        while (!parameters.AtEnd)
        {
            var type = parameters.Byte();
            var parameter = parameters.Part(parameters.Byte());
            while (type == CapabilitiesParameter && !parameter.AtEnd)
            {
                var code = parameter.Byte();
                var value = parameter.Part(parameter.Byte());
                if (code == FourOctetCapability)
                {
                    asn = value.Four();
                }
                else if (code == MultiprotocolCapability && (BgpFamily)value.Two() is var family && Enum.IsDefined(family))
                {
                    families.Add(family);
                }

                isShort |= value.IsShort;
            }

            isShort |= parameter.IsShort;
        }

        return version == Version && !isShort && !parameters.IsShort ? new BgpOpen(asn, hold, id, families.ToEquatableArray()) : null;
    }

    private static BgpUpdate? ReadUpdate(ref BgpReader reader)
    {
        var withdrawn = Prefixes(reader.Part(reader.Two()), BgpFamily.Ipv4);
        var attributes = new ReadAttributes();
        var all = reader.Part(reader.Two());
        while (!all.AtEnd)
        {
            var flags = all.Byte();
            var type = (AttributeType)all.Byte();
            var value = all.Part((flags & ExtendedLength) != 0 ? all.Two() : all.Byte());
            if (all.IsShort || !attributes.Take(type, ref value))
            {
                return null;
            }
        }

        var announced = Prefixes(reader, BgpFamily.Ipv4);
        reader.Skip();
        return withdrawn is null || announced is null || attributes.Result(announced.Count > 0) is not var (said, reached, gone)
            ? null
            : new BgpUpdate([.. withdrawn, .. gone], said, [.. announced, .. reached]);
    }

    private static List<IpPrefix>? Prefixes(BgpReader reader, BgpFamily family)
    {
        var prefixes = new List<IpPrefix>();
        Span<byte> bytes = stackalloc byte[16];
        while (!reader.AtEnd)
        {
            bytes.Clear();
            var length = reader.Byte();
            if (length > (family == BgpFamily.Ipv4 ? 32 : 128))
            {
                return null;
            }

            reader.Bytes((length + 7) / 8).CopyTo(bytes);
            IpAddress address = family == BgpFamily.Ipv4
                ? new Ipv4Address(BinaryPrimitives.ReadUInt32BigEndian(bytes))
                : new IpAddress(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
            prefixes.Add(IpPrefix.Containing(address, length));
        }

        return reader.IsShort ? null : prefixes;
    }

    private static IEnumerable<byte> Prefix(IpPrefix prefix) =>
        [(byte)prefix.Length, .. (prefix.IsIpv4 ? Four(prefix.AsIpv4!.Value.Network.Value) : Sixteen(prefix.Network)).Take((prefix.Length + 7) / 8)];

    private static byte[] Two(ushort number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Four(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Sixteen(IpAddress address)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, address.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), address.Low);
        return bytes;
    }

    /// <summary>The attributes of an update, as they come.</summary>
    private struct ReadAttributes()
    {
        private readonly List<uint> path = [];
        private readonly List<uint> communities = [];
        private readonly List<IpPrefix> reached = [];
        private readonly List<IpPrefix> gone = [];
        private BgpOrigin origin;
        private IpAddress? nextHop;
        private uint? med;
        private uint? preference;
        private bool hasOrigin;
        private bool hasPath;

        public bool Take(AttributeType type, ref BgpReader value)
        {
            switch (type)
            {
                case AttributeType.Origin:
                    origin = (BgpOrigin)value.Byte();
                    hasOrigin = true;
                    return Enum.IsDefined(origin) && !value.IsShort;
                case AttributeType.AsPath:
                    hasPath = true;
                    while (!value.AtEnd)
                    {
                        // Sets of systems are not used any more (RFC 9774).
                        if (value.Byte() != Sequence)
                        {
                            return false;
                        }

                        for (var count = value.Byte(); count > 0; count--)
                        {
                            path.Add(value.Four());
                        }
                    }

                    break;
                case AttributeType.NextHop:
                    nextHop = new Ipv4Address(value.Four());
                    break;
                case AttributeType.Med:
                    med = value.Four();
                    break;
                case AttributeType.LocalPreference:
                    preference = value.Four();
                    break;
                case AttributeType.Communities:
                    while (!value.AtEnd)
                    {
                        communities.Add(value.Four());
                    }

                    break;
                case AttributeType.Reachable:
                    return TakeReachable(ref value);
                case AttributeType.Unreachable when value.Two() == (ushort)BgpFamily.Ipv6 && value.Byte() == Unicast:
                    return Add(gone, value);
            }

            // What is not known is optional, and is passed over.
            return !value.IsShort;
        }

        public readonly (BgpAttributes? Said, List<IpPrefix> Reached, List<IpPrefix> Gone)? Result(bool announces) =>
            nextHop is { } hop && hasOrigin && hasPath ? (new BgpAttributes(origin, path.ToEquatableArray(), hop) { Med = med, LocalPreference = preference, Communities = communities.ToEquatableArray() }, reached, gone)
            : announces || reached.Count > 0 ? null
            : (null, reached, gone);

        private bool TakeReachable(ref BgpReader value)
        {
            if (value.Two() != (ushort)BgpFamily.Ipv6 || value.Byte() != Unicast)
            {
                return true;
            }

            // A second address is that of the link.
            var hop = value.Part(value.Byte());
            nextHop = new IpAddress(hop.Eight(), hop.Eight());
            value.Byte();
            return Add(reached, value);
        }

        private static bool Add(List<IpPrefix> to, BgpReader value)
        {
            if (Prefixes(value, BgpFamily.Ipv6) is not { } prefixes)
            {
                return false;
            }

            to.AddRange(prefixes);
            return true;
        }
    }
}
