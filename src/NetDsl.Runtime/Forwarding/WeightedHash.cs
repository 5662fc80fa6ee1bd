using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Chooses among names that have weights, for a flow: weighted rendezvous hashing, by which each name wins as often as its weight tells, and one
/// that comes or goes moves only flows of its own. A model, the same on every machine: no floating point.
/// </summary>
internal static class WeightedHash
{
    private const int KeyBytes = 21;
    private const int FractionBits = 40;

    /// <summary>What stands for a name in keys.</summary>
    public static ulong KeyOf(string name) => FlowHash.SipHash(Encoding.UTF8.GetBytes(name), FlowHash.FirstKey, FlowHash.SecondKey);

    /// <summary>The hash of a flow and a name.</summary>
    /// <param name="packet">The first packet of the flow, as it arrives.</param>
    /// <param name="byAddresses">Whether the two addresses alone count.</param>
    /// <param name="name">The key of the name.</param>
    public static ulong Of(in Packet packet, bool byAddresses, ulong name)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        key.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(key, (uint)packet.Source.Low);
        BinaryPrimitives.WriteUInt32BigEndian(key[6..], (uint)packet.Destination.Low);
        if (!byAddresses)
        {
            BinaryPrimitives.WriteUInt16BigEndian(key[4..], packet.SourcePort);
            BinaryPrimitives.WriteUInt16BigEndian(key[10..], packet.DestinationPort);
            key[12] = (byte)packet.Protocol.Number;
        }

        BinaryPrimitives.WriteUInt64BigEndian(key[13..], name);
        return FlowHash.SipHash(key, FlowHash.FirstKey, FlowHash.SecondKey);
    }

    /// <summary>Whether the first of two names wins the flow over the second: a lower share of its weight is missing to the highest hash.</summary>
    public static bool Wins((ulong Hash, int Weight) first, (ulong Hash, int Weight) second) =>
        (UInt128)Missing(first.Hash) * (uint)second.Weight < (UInt128)Missing(second.Hash) * (uint)first.Weight;

    /// <summary>How many times the hash halves the range of hashes: -log2(hash / 2^64), with 40 binary digits behind the point.</summary>
    private static ulong Missing(ulong hash)
    {
        // The logarithm of 0 is none; 1 is the next to it.
        hash = Math.Max(hash, 1);
        var zeros = BitOperations.LeadingZeroCount(hash);

        // From 1 to 2, with 63 digits behind the point. Each squaring tells one more digit of the logarithm.
        var mantissa = hash << zeros;
        var fraction = 0UL;
        for (var bit = FractionBits - 1; bit >= 0; bit--)
        {
            mantissa = Math.BigMul(mantissa, mantissa, out _);
            if (mantissa >> 63 != 0)
            {
                fraction |= 1UL << bit;
            }
            else
            {
                mantissa <<= 1;
            }
        }

        return ((ulong)(zeros + 1) << FractionBits) - fraction;
    }
}
