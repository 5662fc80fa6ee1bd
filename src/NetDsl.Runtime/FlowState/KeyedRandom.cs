namespace NetDsl.Runtime.FlowState;

/// <summary>Numbers that depend on a seed and a key only: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators").</summary>
internal struct KeyedRandom
{
    private ulong state;

    public KeyedRandom(ulong seed, ulong key)
    {
        state = seed;
        state = unchecked(Next() + key);
        state = Next();
    }

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var value = state;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>A number from 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number above 0 and at most 1.</summary>
    public double Share() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));
}
