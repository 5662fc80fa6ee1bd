namespace NetDsl.Runtime.Randomness;

/// <summary>
/// Numbers that depend on a seed and a key only: the same on every machine and in every version, and independent of who
/// else draws. The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators").
/// </summary>
public struct RandomStream
{
    private ulong state;

    private RandomStream(ulong state) => this.state = state;

    /// <summary>The stream of a seed alone.</summary>
    public static RandomStream From(ulong seed) => new(seed);

    /// <summary>The stream of one key, such as the number of a flow.</summary>
    public static RandomStream Of(ulong seed, ulong key)
    {
        // The key goes in behind one step of the generator, so that seed 1, key 2 is not seed 2, key 1.
        var outer = From(seed);
        return From(From(unchecked(outer.Next() + key)).Next());
    }

    /// <summary>The next number, of all 64 bits.</summary>
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

    /// <summary>A number from 0 up to, not including, the bound; high bits by multiplication, as Lemire does.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>A number above 0 and at most 1.</summary>
    public double Share() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>A number of the normal distribution with mean 0 and deviation 1, by the method of Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>One of some choices.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
