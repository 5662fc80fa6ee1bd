using System.Buffers.Binary;
using System.Numerics;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Chooses the target of a flow: the one with the highest hash of flow and target (rendezvous hashing), so that a target that comes
/// or goes moves only its own flows. The vendor's function is not published; this is a model, the same on every machine.
/// </summary>
internal static class FlowHash
{
    // "netdsl" and the seed of traces.
    internal const ulong FirstKey = 0x6E65_7464_736C_0000;
    internal const ulong SecondKey = 1;
    private const int FlowBytes = 37;

    // Of the longest flow: three addresses of IPv6, three ports and the protocol.
    private const int KeyBytes = 55;

    /// <summary>The place of the target in the list.</summary>
    /// <param name="packet">The first packet of the flow, as it arrives at the node.</param>
    /// <param name="bySource">Whether the client's address alone decides.</param>
    /// <param name="targets">What to choose from; not empty.</param>
    public static int Choose(in Packet packet, bool bySource, EquatableArray<DistributionTarget> targets)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        key.Clear();
        var address = packet.Source.IsIpv4 ? 4 : 16;
        var flow = (2 * address) + 5;
        Write(packet.Source, key);
        if (!bySource)
        {
            BinaryPrimitives.WriteUInt16BigEndian(key[address..], packet.SourcePort);
            Write(packet.Destination, key[(address + 2)..]);
            BinaryPrimitives.WriteUInt16BigEndian(key[(flow - 3)..], packet.DestinationPort);
            key[flow - 1] = (byte)packet.Protocol.Number;
        }

        var best = 0;
        var highest = 0UL;
        for (var index = 0; index < targets.Count; index++)
        {
            var port = flow + Write(targets[index].Address, key[flow..]);
            BinaryPrimitives.WriteUInt16BigEndian(key[port..], targets[index].Port);
            var hash = SipHash(key[..(port + 2)], FirstKey, SecondKey);
            if (index == 0 || hash > highest)
            {
                (best, highest) = (index, hash);
            }
        }

        return best;
    }

    /// <summary>Writes an address in network order: 4 bytes of IPv4, 16 of IPv6. Says how many.</summary>
    private static int Write(IpAddress address, Span<byte> to)
    {
        if (address.IsIpv4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(to, (uint)address.Low);
            return 4;
        }

        BinaryPrimitives.WriteUInt64BigEndian(to, address.High);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], address.Low);
        return 16;
    }

    /// <summary>Which of several equal paths a flow takes: the hash of what all its packets share, modulo their number.</summary>
    /// <param name="packet">A packet of the flow, as it leaves the element that spreads.</param>
    /// <param name="paths">The number of paths; above 0.</param>
    public static int Spread(in Packet packet, int paths) => (int)(Of(packet) % (ulong)paths);

    /// <summary>The hash of a flow, the same in both of its directions.</summary>
    /// <param name="packet">A packet of the flow.</param>
    public static ulong OfBothDirections(in Packet packet)
    {
        var isLower = packet.Source.CompareTo(packet.Destination) is var order && (order < 0 || (order == 0 && packet.SourcePort <= packet.DestinationPort));
        return Of(isLower ? packet : packet.Reply());
    }

    private static ulong Of(in Packet packet)
    {
        Span<byte> key = stackalloc byte[FlowBytes];
        BinaryPrimitives.WriteUInt64BigEndian(key, packet.Source.High);
        BinaryPrimitives.WriteUInt64BigEndian(key[8..], packet.Source.Low);
        BinaryPrimitives.WriteUInt16BigEndian(key[16..], packet.SourcePort);
        BinaryPrimitives.WriteUInt64BigEndian(key[18..], packet.Destination.High);
        BinaryPrimitives.WriteUInt64BigEndian(key[26..], packet.Destination.Low);
        BinaryPrimitives.WriteUInt16BigEndian(key[34..], packet.DestinationPort);
        key[36] = (byte)packet.Protocol.Number;
        return SipHash(key, FirstKey, SecondKey);
    }

    /// <summary>SipHash-2-4 of the data (Aumasson and Bernstein, 2012).</summary>
    public static ulong SipHash(ReadOnlySpan<byte> data, ulong firstKey, ulong secondKey)
    {
        var state = new State(
            firstKey ^ 0x736F_6D65_7073_6575, secondKey ^ 0x646F_7261_6E64_6F6D, firstKey ^ 0x6C79_6765_6E65_7261, secondKey ^ 0x7465_6462_7974_6573);
        var last = (ulong)data.Length << 56;
        while (data.Length >= 8)
        {
            state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[8..];
        }

        for (var index = 0; index < data.Length; index++)
        {
            last |= (ulong)data[index] << (8 * index);
        }

        state.Absorb(last);
        return state.Finish();
    }

    private struct State(ulong a, ulong b, ulong c, ulong d)
    {
        public void Absorb(ulong word)
        {
            d ^= word;
            Round();
            Round();
            a ^= word;
        }

        public ulong Finish()
        {
            c ^= 0xFF;
            for (var round = 0; round < 4; round++)
            {
                Round();
            }

            return a ^ b ^ c ^ d;
        }

        private void Round()
        {
            unchecked
            {
                a += b;
                b = BitOperations.RotateLeft(b, 13) ^ a;
                a = BitOperations.RotateLeft(a, 32);
                c += d;
                d = BitOperations.RotateLeft(d, 16) ^ c;
                a += d;
                d = BitOperations.RotateLeft(d, 21) ^ a;
                c += b;
                b = BitOperations.RotateLeft(b, 17) ^ c;
                c = BitOperations.RotateLeft(c, 32);
            }
        }
    }
}
