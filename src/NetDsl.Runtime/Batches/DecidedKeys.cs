using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>Makes the keys of many packets and their hashes, eight at once where the processor can.</summary>
/// <param name="owns">The address of the internet, whatever it is, and behind it of all holders.</param>
internal sealed unsafe class DecidedKeys(uint[] owns)
{
    private const int Lanes = 8;
    private const byte LowerHalves = 0x20;
    private const byte UpperHalves = 0x31;

    /// <summary>Makes them.</summary>
    /// <param name="packets">The packets.</param>
    /// <param name="keys">Where to put the keys; as many.</param>
    /// <param name="hashes">Where to put the hashes; as many.</param>
    public void Make(in PacketColumns packets, Span<DecidedKey> keys, Span<uint> hashes)
    {
        var at = Avx2.IsSupported ? MakeByLanes(packets, keys, hashes) : 0;
        for (; at < packets.Count; at++)
        {
            var sender = packets.Senders[at];
            keys[at] = DecidedKey.Of(
                sender,
                owns[Math.Max(sender, CompiledNetwork.Internet) + 1],
                packets.Sources[at],
                packets.Destinations[at],
                packets.Protocols[at],
                ((uint)packets.SourcePorts[at] << 16) | packets.DestinationPorts[at]);
            hashes[at] = keys[at].Hash;
        }
    }

    /// <summary>Lane for lane what <see cref="DecidedKey.Of"/> does; how many are made: all but fewer than there are lanes, or those before a sender that there is not.</summary>
    private int MakeByLanes(in PacketColumns packets, Span<DecidedKey> keys, Span<uint> hashes)
    {
        ref var senders = ref MemoryMarshal.GetReference(packets.Senders);
        ref var sources = ref MemoryMarshal.GetReference(packets.Sources);
        ref var destinations = ref MemoryMarshal.GetReference(packets.Destinations);
        ref var protocols = ref MemoryMarshal.GetReference(packets.Protocols);
        ref var sourcePorts = ref MemoryMarshal.GetReference(packets.SourcePorts);
        ref var destinationPorts = ref MemoryMarshal.GetReference(packets.DestinationPorts);
        ref var words = ref Unsafe.As<DecidedKey, ulong>(ref MemoryMarshal.GetReference(keys[..packets.Count]));
        ref var to = ref MemoryMarshal.GetReference(hashes[..packets.Count]);
        var most = Vector256.Create((uint)owns.Length - 1);
        var at = 0;
        fixed (uint* own = owns)
        {
            for (; at + Lanes <= packets.Count; at += Lanes)
            {
                var sender = Vector256.LoadUnsafe(ref senders, (nuint)at);
                var place = Vector256.Max(sender, Vector256.Create(CompiledNetwork.Internet)) + Vector256<int>.One;
                if (Vector256.GreaterThanAny(place.AsUInt32(), most))
                {
                    // There is no such sender: one by one it is refused.
                    break;
                }

                var internet = (sender >> 31).AsUInt32();
                var source = Vector256.LoadUnsafe(ref sources, (nuint)at);
                var isOwn = Vector256.Equals(Vector256.AndNot(Avx2.GatherVector256(own, place, sizeof(uint)) ^ source, internet), Vector256<uint>.Zero);
                var destination = Vector256.LoadUnsafe(ref destinations, (nuint)at) | ~isOwn;
                var end = Vector256.ConditionalSelect(internet, source, sender.AsUInt32()) | ~isOwn;
                var ports = ((Width256.Load(ref sourcePorts, (nuint)at) << 16) | Width256.Load(ref destinationPorts, (nuint)at)).AsUInt32() & isOwn;
                var protocol = Width256.Load(ref protocols, (nuint)at).AsUInt32();
                var flags = ((protocol << 24) | (internet & Vector256.Create(DecidedKey.FromInternet)) | Vector256.Create(DecidedKey.Taken)) & isOwn;
                Store(destination, end, flags, ports, ref Unsafe.Add(ref words, at * 2));
                DecidedHash.Of(destination, end, ports, flags).StoreUnsafe(ref to, (nuint)at);
            }
        }

        return at;
    }

    /// <summary>Writes keys, of each its words from the lowest to the highest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<uint> destination, Vector256<uint> end, Vector256<uint> flags, Vector256<uint> ports, ref ulong keys)
    {
        // Each half of a vector has four lanes: 0 to 3, and 4 to 7.
        var ends = (Lower: Avx2.UnpackLow(destination, end).AsUInt64(), Upper: Avx2.UnpackHigh(destination, end).AsUInt64());
        var rests = (Lower: Avx2.UnpackLow(flags, ports).AsUInt64(), Upper: Avx2.UnpackHigh(flags, ports).AsUInt64());
        var (zero, one) = (Avx2.UnpackLow(ends.Lower, rests.Lower), Avx2.UnpackHigh(ends.Lower, rests.Lower));
        var (two, three) = (Avx2.UnpackLow(ends.Upper, rests.Upper), Avx2.UnpackHigh(ends.Upper, rests.Upper));
        Avx2.Permute2x128(zero, one, LowerHalves).StoreUnsafe(ref keys);
        Avx2.Permute2x128(two, three, LowerHalves).StoreUnsafe(ref keys, 4);
        Avx2.Permute2x128(zero, one, UpperHalves).StoreUnsafe(ref keys, 8);
        Avx2.Permute2x128(two, three, UpperHalves).StoreUnsafe(ref keys, 12);
    }
}
