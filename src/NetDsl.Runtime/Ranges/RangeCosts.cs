namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Which table is fastest for ranges, measured by <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- lookups</c>, which says where the lines cross. Comparing costs three
/// instructions a layer for a vector of addresses, or some ten for up to eight layers that a key tells apart; marking costs three reads whatever the number, and wins where all
/// that it reads stays in the cache next to the processor; staging reads eight at once, and wins where that is not so; the direct table costs one or two reads out of 32 MiB, and takes more
/// ranges than staging does; ranking costs a step a level, of which each takes 17 times as many ranges, and little memory whatever the ranges are.
/// </summary>
internal static class RangeCosts
{
    /// <summary>Up to so many layers are compared.</summary>
    public const int MostLayers = 32;

    /// <summary>Ranges with more layers than this are not even laid out.</summary>
    public const int MostRangesOfLayers = 2 * MostLayers + 1;

    /// <summary>Up to so many bytes, marked tables stay in the near cache together with what else it has to hold.</summary>
    public const long MostNearBytes = 1 << 17;

    /// <summary>From so many ranges on, a direct table is worth its 32 MiB.</summary>
    public const int FewestDirect = 8192;

    /// <summary>What tables may take, and so much more for each range: what needs more is ranked.</summary>
    public const long MostBytes = 1 << 20;

    /// <summary>What each range may take.</summary>
    public const long MostBytesOfRange = 512;

    /// <summary>What a table of so many ranges may take.</summary>
    public static long Bytes(int ranges) => MostBytes + (ranges * MostBytesOfRange);
}
