using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// Hashes of <see cref="DecidedKey"/>, whose words differ in few bits that have to spread over all of the hash: each word is added, multiplied and folded, as in the finaliser of MurmurHash3.
/// Words of 32 bits, so that a processor does eight keys at once.
/// </summary>
internal static class DecidedHash
{
    // Those of MurmurHash3 and xxHash: odd, with about as many ones as zeros.
    private const uint First = 0x85EBCA6B;
    private const uint Second = 0xC2B2AE35;
    private const uint Third = 0x9E3779B1;
    private const uint Fourth = 0x85EBCA77;
    private const uint Other = 0xC2B2AE3D;

    /// <summary>Of one key, by its words from the lowest to the highest but for the room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint destination, uint end, uint ports, uint flags)
    {
        unchecked
        {
            var hash = destination * First;
            hash = ((hash ^ (hash >> 15)) + end) * Second;
            hash = ((hash ^ (hash >> 13)) + ports) * Third;
            hash = ((hash ^ (hash >> 16)) + flags) * Fourth;
            return hash ^ (hash >> 15);
        }
    }

    /// <summary>The same of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Of(Vector256<uint> destination, Vector256<uint> end, Vector256<uint> ports, Vector256<uint> flags)
    {
        var hash = destination * First;
        hash = ((hash ^ (hash >>> 15)) + end) * Second;
        hash = ((hash ^ (hash >>> 13)) + ports) * Third;
        hash = ((hash ^ (hash >>> 16)) + flags) * Fourth;
        return hash ^ (hash >>> 15);
    }

    /// <summary>Another hash of the same key, for its other place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Elsewhere(uint hash)
    {
        var other = unchecked(hash * Other);
        return other ^ (other >> 15);
    }
}
