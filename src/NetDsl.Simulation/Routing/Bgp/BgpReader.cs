using System.Buffers.Binary;

namespace NetDsl.Simulation.Routing.Bgp;

/// <summary>Reads numbers from bytes; behind the end there are zeros, and it remembers that it came there.</summary>
internal ref struct BgpReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>Whether more was asked for than there was.</summary>
    public bool IsShort { get; private set; }

    public readonly bool AtEnd => rest.IsEmpty;

    public byte Byte() => Bytes(1) is [var value] ? value : (byte)0;

    public ushort Two() => Bytes(2) is { Length: 2 } two ? BinaryPrimitives.ReadUInt16BigEndian(two) : (ushort)0;

    public uint Four() => Bytes(4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32BigEndian(four) : 0;

    public ulong Eight() => Bytes(8) is { Length: 8 } eight ? BinaryPrimitives.ReadUInt64BigEndian(eight) : 0;

    public BgpReader Part(int length) => new(Bytes(length));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        if (length > rest.Length)
        {
            IsShort = true;
            rest = default;
            return default;
        }

        var part = rest[..length];
        rest = rest[length..];
        return part;
    }

    public void Skip() => rest = default;
}
