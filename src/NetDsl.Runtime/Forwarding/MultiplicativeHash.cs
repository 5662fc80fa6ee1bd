namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Where keys belong in a table of open addressing, by a product. It sends keys that follow each other, as the addresses of a subnet do, far apart; but where the first
/// of two subnets meet, all of them do. So multipliers are tried until few keys meet.
/// </summary>
internal readonly struct MultiplicativeHash
{
    private const ulong FirstMultiplier = 0x9E37_79B9_7F4A_7C15;
    private const int MostMultipliers = 32;
    private const int ManyKeys = 1 << 16;
    private const int FewMultipliers = 4;

    private readonly ulong multiplier;
    private readonly int shift;

    private MultiplicativeHash(ulong multiplier, int shift) => (this.multiplier, this.shift) = (multiplier, shift);

    /// <summary>That by which the fewest keys meet, of some.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="bits">The table has two to the power of so many places; at least one.</param>
    public static MultiplicativeHash Of(ReadOnlySpan<ulong> keys, int bits)
    {
        var taken = new ulong[((1L << bits) + 63) / 64];
        var multiplier = FirstMultiplier;
        var (best, fewest) = (new MultiplicativeHash(multiplier, 64 - bits), int.MaxValue);
        for (var left = keys.Length > ManyKeys ? FewMultipliers : MostMultipliers; left > 0 && fewest > 0; left--)
        {
            var candidate = new MultiplicativeHash(multiplier, 64 - bits);
            var met = candidate.Meeting(keys, taken);
            if (met < fewest)
            {
                (best, fewest) = (candidate, met);
            }

            // Odd again, as multipliers have to be.
            multiplier = unchecked(multiplier * FirstMultiplier);
        }

        return best;
    }

    /// <summary>The place where a key belongs.</summary>
    public int Home(ulong key) => (int)(unchecked(key * multiplier) >> shift);

    /// <summary>How many keys belong where another does that came before.</summary>
    private int Meeting(ReadOnlySpan<ulong> keys, ulong[] taken)
    {
        Array.Clear(taken);
        var met = 0;
        foreach (var key in keys)
        {
            var home = Home(key);
            var bit = 1UL << (home & 63);
            met += (taken[home >> 6] & bit) != 0 ? 1 : 0;
            taken[home >> 6] |= bit;
        }

        return met;
    }
}
