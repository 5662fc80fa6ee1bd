using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Eight rules in one line of the cache, without their addresses: the first destination port and how many more, the bit of protocol and source ports (<see cref="ServiceBits"/>), and the
/// place in the list, of which the complement is kept, so that the first rule is the largest and a lane without a rule is 0.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct RuleBlock
{
    public const int Lanes = 8;

    /// <summary>A list may have so many rules: places have 16 bits, and one says that there is no rule.</summary>
    public const int MostRules = ushort.MaxValue;

    private fixed ushort firstPorts[Lanes];
    private fixed ushort morePorts[Lanes];
    private fixed ushort bits[Lanes];
    private fixed ushort complements[Lanes];

    /// <summary>How many blocks a list has; one without rules has one.</summary>
    public static int CountOf(int rules) => Math.Max(1, (rules + Lanes - 1) / Lanes);

    public void Put(int lane, PortRange destinationPorts, ushort bit, int place)
    {
        (firstPorts[lane], morePorts[lane]) = (destinationPorts.First, (ushort)(destinationPorts.Last - destinationPorts.First));
        (bits[lane], complements[lane]) = (bit, (ushort)~place);
    }

    /// <summary>The complements of the places of the rules that match, 0 for the others.</summary>
    /// <param name="block">The rules.</param>
    /// <param name="port">In each lane the destination port.</param>
    /// <param name="missed">In each lane the bits of protocols and source ports that the packet does not match.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> Matches(RuleBlock* block, Vector128<ushort> port, Vector128<ushort> missed)
    {
        // Of a port within, nothing is left when both the first and what there is more are taken off; below the first, the difference is a large number.
        var beyond = Vector128.SubtractSaturate(port - Vector128.Load(block->firstPorts), Vector128.Load(block->morePorts)) | (Vector128.Load(block->bits) & missed);
        return Vector128.Equals(beyond, Vector128<ushort>.Zero) & Vector128.Load(block->complements);
    }

    /// <summary>The place of the first rule of those that match; <see cref="MostRules"/> where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(Vector128<ushort> matches) => Sse41.IsSupported ? Sse41.MinHorizontal(~matches).ToScalar() : FirstByHalves(matches);

    /// <summary>The same where no instruction does it.</summary>
    internal static int FirstByHalves(Vector128<ushort> matches)
    {
        matches = Vector128.Max(matches, Vector128.Shuffle(matches, Vector128.Create((ushort)4, 5, 6, 7, 0, 1, 2, 3)));
        matches = Vector128.Max(matches, Vector128.Shuffle(matches, Vector128.Create((ushort)2, 3, 0, 1, 6, 7, 4, 5)));
        matches = Vector128.Max(matches, Vector128.Shuffle(matches, Vector128.Create((ushort)1, 0, 3, 2, 5, 4, 7, 6)));
        return ushort.MaxValue - matches.ToScalar();
    }
}
