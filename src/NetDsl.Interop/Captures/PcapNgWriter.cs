using System.Buffers.Binary;
using System.Text;
using NetDsl.Runtime.Wire;

namespace NetDsl.Interop;

/// <summary>
/// Writes frames as a capture that protocol analysers read. Each wire is an interface of the capture, named after its element. Source: "PCAP Now Generic
/// (pcapng) Capture File Format", IETF draft.
/// </summary>
/// <remarks>No package of the registries that this is built from writes pcapng by itself: SharpPcap's writers are those of libpcap, which has to be installed.</remarks>
public sealed class PcapNgWriter
{
    private const ushort Ethernet = 1;
    private const ushort EndOfOptions = 0;
    private const ushort InterfaceName = 2;
    private const ushort InterfaceResolution = 9;
    private const ushort Comment = 1;
    private const ushort Flags = 2;
    private const byte Nanoseconds = 9;

    private readonly Stream stream;
    private readonly DateTimeOffset start;
    private readonly Dictionary<(WireKind Kind, string Path), int> interfaces = [];

    /// <summary>Begins a capture.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="start">The moment that times are counted from.</param>
    public PcapNgWriter(Stream stream, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (this.stream, this.start) = (stream, start);

        // Byte order, version 1.0, and a length of the section that nobody knows yet.
        Block(0x0A0D0D0A, [.. Number(0x1A2B3C4D), 1, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 8)]);
    }

    /// <summary>How many frames have been written.</summary>
    public long Frames { get; private set; }

    /// <summary>Writes a frame.</summary>
    /// <param name="frame">The frame.</param>
    public void Write(CapturedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var key = (frame.Sighting.Kind, frame.Sighting.Element.Path);
        if (!interfaces.TryGetValue(key, out var number))
        {
            interfaces.Add(key, number = interfaces.Count);
            Describe(frame.Sighting);
        }

        var time = ((ulong)(start - DateTimeOffset.UnixEpoch).Ticks + (ulong)frame.Time.Ticks) * 100;
        Block(
            6,
            [
                .. Number((uint)number),
                .. Number((uint)(time >> 32)),
                .. Number((uint)time),
                .. Number((uint)frame.Bytes.Length),
                .. Number((uint)frame.Length),
                .. Padded(frame.Bytes),
                .. Option(Comment, Encoding.UTF8.GetBytes(frame.Sighting.Description)),
                .. Option(Flags, Number(frame.Sighting.IsOutbound ? 2u : 1u)),
                .. Option(EndOfOptions, []),
            ]);
        Frames++;
    }

    private void Describe(in WireSighting sighting)
    {
        var name = $"{sighting.Element.Path} ({sighting.Kind.ToString().ToLowerInvariant()})";
        Block(
            1,
            [
                (byte)Ethernet,
                0,
                0,
                0,
                .. Number(0),
                .. Option(InterfaceName, Encoding.UTF8.GetBytes(name)),
                .. Option(InterfaceResolution, [Nanoseconds]),
                .. Option(EndOfOptions, []),
            ]);
    }

    private void Block(uint type, byte[] body)
    {
        var length = Number((uint)(body.Length + 12));
        stream.Write(Number(type));
        stream.Write(length);
        stream.Write(body);
        stream.Write(length);
    }

    private static byte[] Option(ushort code, byte[] value)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(head, code);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(2), (ushort)value.Length);
        return [.. head, .. Padded(value)];
    }

    private static byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[(4 - (bytes.Length % 4)) % 4]];

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
