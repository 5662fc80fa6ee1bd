using System.Runtime.CompilerServices;

namespace NetDsl.Runtime.Batches;

/// <summary>A decision as a number: those that deliver by their holder, the others by outcome and reason.</summary>
internal static class DecisionNumber
{
    private const int Delivered = 1 << (OutcomeBits + CodeBits);
    private const int OutcomeBits = 2;
    private const int CodeBits = 8;

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

    /// <summary>The decision of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BatchDecision Decision(int number) => number >= Delivered
        ? BatchDecision.FromRaw((byte)Outcome.Delivered, BatchDecision.None, number - Delivered - 1)
        : BatchDecision.FromRaw((byte)(number >> CodeBits), (short)((number & ((1 << CodeBits) - 1)) - 1), CompiledNetwork.Internet);
}
