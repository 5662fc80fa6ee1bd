using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Sixteen rising keys that one comparison of vectors goes through. A key is one below the start of its range, so that the highest number fills up a node that has fewer: nothing is above it.
/// </summary>
internal static class KeyNode
{
    /// <summary>How many keys a node has.</summary>
    public const int Keys = 16;

    /// <summary>How many keys of a node are below a value: the number of the range that it is in.</summary>
    /// <param name="keys">The keys of all nodes, one behind another.</param>
    /// <param name="node">The node.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountBelow(uint[] keys, int node, uint value)
    {
        var line = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(keys), (nuint)(node * Keys));
        return BitOperations.PopCount(Vector512.LessThan(line, Vector512.Create(value)).ExtractMostSignificantBits());
    }
}
