using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetDsl.Runtime.Batches;

/// <summary>A decision as a number: those that deliver by their holder, the others by outcome and reason.</summary>
internal static class DecisionNumber
{
    private const int Delivered = 1 << (OutcomeBits + CodeBits);
    private const int OutcomeBits = 2;
    private const int CodeBits = 8;
    private const int CodeMask = (1 << CodeBits) - 1;
    private const int Lanes = 8;
    private const byte LowerHalves = 0x20;
    private const byte UpperHalves = 0x31;

    /// <summary>The number; at most <paramref name="most"/>, or -1.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="most">The highest number that there is room for.</param>
    public static int Of(in BatchDecision decision, int most)
    {
        var (outcome, code) = decision.Raw;
        if (outcome != (byte)Outcome.Delivered)
        {
            return code + 1 < 1 << CodeBits ? (outcome << CodeBits) | (code + 1) : -1;
        }

        // Holders are counted from -1, which a service of the vendor's has.
        return decision.Holder < most - Delivered ? Delivered + decision.Holder + 1 : -1;
    }

    /// <summary>The decisions of numbers that are counted from 1; where a number is 0, there stays what is there.</summary>
    /// <param name="counted">The numbers.</param>
    /// <param name="to">Where to put the decisions; as many, or more.</param>
    public static void Decisions(ReadOnlySpan<int> counted, Span<BatchDecision> to)
    {
        var at = Avx2.IsSupported ? DecisionsByLanes(counted, to[..counted.Length]) : 0;
        for (; at < counted.Length; at++)
        {
            if (counted[at] != 0)
            {
                to[at] = Decision(counted[at] - 1);
            }
        }
    }

    private static BatchDecision Decision(int number) => number >= Delivered
        ? BatchDecision.FromRaw((byte)Outcome.Delivered, BatchDecision.None, number - Delivered - 1)
        : BatchDecision.FromRaw((byte)(number >> CodeBits), (short)((number & CodeMask) - 1), CompiledNetwork.Internet);

    /// <summary>Lane for lane the same; how many were done, the rest being fewer than there are lanes.</summary>
    private static int DecisionsByLanes(ReadOnlySpan<int> counted, Span<BatchDecision> to)
    {
        ref var numbers = ref MemoryMarshal.GetReference(counted);
        ref var words = ref Unsafe.As<BatchDecision, int>(ref MemoryMarshal.GetReference(to));
        var delivered = Vector256.Create(((int)Outcome.Delivered << 16) | (BatchDecision.None & ushort.MaxValue));
        var at = 0;
        for (; at + Lanes <= counted.Length; at += Lanes)
        {
            var fromOne = Vector256.LoadUnsafe(ref numbers, (nuint)at);
            var isNone = Vector256.Equals(fromOne, Vector256<int>.Zero);
            var number = fromOne - Vector256<int>.One;
            var isDelivered = Vector256.GreaterThanOrEqual(number, Vector256.Create(Delivered));
            var code = ((number & Vector256.Create(CodeMask)) - Vector256<int>.One) & Vector256.Create((int)ushort.MaxValue);
            var first = Vector256.ConditionalSelect(isDelivered, delivered, ((number >> CodeBits) << 16) | code);
            var holder = (number - Vector256.Create(Delivered + 1)) | ~isDelivered;

            // Each half of a vector has four lanes; a decision is two of them.
            var (lower, upper) = (Avx2.UnpackLow(first, holder), Avx2.UnpackHigh(first, holder));
            var (lowerNone, upperNone) = (Avx2.UnpackLow(isNone, isNone), Avx2.UnpackHigh(isNone, isNone));
            Put(Avx2.Permute2x128(lower, upper, LowerHalves), Avx2.Permute2x128(lowerNone, upperNone, LowerHalves), ref Unsafe.Add(ref words, at * 2));
            Put(Avx2.Permute2x128(lower, upper, UpperHalves), Avx2.Permute2x128(lowerNone, upperNone, UpperHalves), ref Unsafe.Add(ref words, (at * 2) + Lanes));
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<int> decisions, Vector256<int> isNone, ref int to) =>
        Vector256.ConditionalSelect(isNone, Vector256.LoadUnsafe(ref to), decisions).StoreUnsafe(ref to);
}
