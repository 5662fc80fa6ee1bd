using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// Shares flows out, both directions of a flow to one, as network cards do among cores with a symmetric key: by the sums of the addresses and of the ports, of which no order is left.
/// </summary>
internal static class FlowShare
{
    /// <summary>How many packets are looked at together.</summary>
    public const int Lanes = 8;

    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA77;
    private const uint Third = 0xC2B2AE3D;
    private const byte Icmp = 1;
    private const byte Icmpv6 = 58;

    /// <summary>Whose a packet is: 0 to one below their number.</summary>
    public static int Of(uint source, uint destination, byte protocol, ushort sourcePort, ushort destinationPort, int shares)
    {
        // An answer of ICMP is another message in the place of a port.
        var ports = protocol is Icmp or Icmpv6 ? 0u : (uint)sourcePort + destinationPort;
        var mixed = unchecked(((source + destination) * First) + (ports * Second));
        mixed = unchecked((mixed ^ (mixed >> 15)) * Third);
        return (int)(((mixed >> 16) * (uint)shares) >> 16);
    }

    /// <summary>Finds the packets of one share among some that follow each other.</summary>
    /// <param name="packets">All packets.</param>
    /// <param name="first">The first of those to look at.</param>
    /// <param name="count">How many to look at.</param>
    /// <param name="share">Which share.</param>
    /// <param name="shares">How many shares there are; below 65,536.</param>
    /// <param name="places">Where to put the places of its packets; longer by <see cref="Lanes"/> than many are looked at.</param>
    /// <returns>How many there are.</returns>
    public static int Select(in PacketColumns packets, int first, int count, int share, int shares, Span<int> places)
    {
        var (found, at) = (0, 0);
        if (Avx2.IsSupported && Bmi2.X64.IsSupported)
        {
            ref var source = ref MemoryMarshal.GetReference(packets.Sources.Slice(first, count));
            ref var destination = ref MemoryMarshal.GetReference(packets.Destinations.Slice(first, count));
            ref var protocol = ref MemoryMarshal.GetReference(packets.Protocols.Slice(first, count));
            ref var sourcePort = ref MemoryMarshal.GetReference(packets.SourcePorts.Slice(first, count));
            ref var destinationPort = ref MemoryMarshal.GetReference(packets.DestinationPorts.Slice(first, count));
            ref var to = ref MemoryMarshal.GetReference(places[..(count + Lanes)]);
            var own = Vector256.Create((uint)share);
            for (; at + Lanes <= count; at += Lanes)
            {
                var protocols = Width256.Load(ref protocol, (nuint)at).AsUInt32();
                var isIcmp = Vector256.Equals(protocols, Vector256.Create((uint)Icmp)) | Vector256.Equals(protocols, Vector256.Create((uint)Icmpv6));
                var ports = (Width256.Load(ref sourcePort, (nuint)at) + Width256.Load(ref destinationPort, (nuint)at)).AsUInt32();
                var ends = Vector256.LoadUnsafe(ref source, (nuint)at) + Vector256.LoadUnsafe(ref destination, (nuint)at);
                var mixed = (ends * First) + (Vector256.AndNot(ports, isIcmp) * Second);
                mixed = (mixed ^ (mixed >>> 15)) * Third;
                var isOwn = Vector256.Equals(((mixed >>> 16) * (uint)shares) >>> 16, own).ExtractMostSignificantBits();

                // The numbers of the lanes that are its own, packed: of each a byte.
                var lanes = Bmi2.X64.ParallelBitExtract(0x0706_0504_0302_0100, Bmi2.X64.ParallelBitDeposit(isOwn, 0x0101_0101_0101_0101) * 0xFF);
                (Avx2.ConvertToVector256Int32(Vector128.CreateScalar(lanes).AsByte()) + Vector256.Create(first + at)).StoreUnsafe(ref to, (nuint)found);
                found += BitOperations.PopCount(isOwn);
            }
        }

        for (; at < count; at++)
        {
            var place = first + at;
            places[found] = place;
            found += Of(packets.Sources[place], packets.Destinations[place], packets.Protocols[place], packets.SourcePorts[place], packets.DestinationPorts[place], shares) == share ? 1 : 0;
        }

        return found;
    }
}
