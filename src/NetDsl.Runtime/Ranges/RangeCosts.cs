namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Which table is fastest for ranges, measured by <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- lookups</c>, which says where the lines cross. Comparing costs three
/// instructions a layer for a vector of addresses, or some ten for up to eight layers that a key tells apart; marking costs three reads whatever the number, out of what fits into the cache
/// next to the processor for a hundred prefixes; the direct table one or two reads out of 32 MiB, which win from some ten thousand ranges on; ranking costs a step a level, of which each takes
/// 17 times as many ranges, and little memory whatever the ranges are.
/// </summary>
internal static class RangeCosts
{
    /// <summary>Up to so many layers are compared.</summary>
    public const int MostLayers = 32;

    /// <summary>Ranges with more layers than this are not even laid out.</summary>
    public const int MostRangesOfLayers = 2 * MostLayers + 1;

    /// <summary>From so many ranges on, nodes do not fit into the near caches, and a direct table is worth its 32 MiB.</summary>
    public const int FewestDirect = 8192;

    /// <summary>What nodes may take, and so much more for each range: what needs more is ranked.</summary>
    public const long MostMarkedBytes = 1 << 20;

    /// <summary>What each range may take.</summary>
    public const long MostMarkedBytesOfRange = 512;

    /// <summary>What a table of so many ranges may take.</summary>
    public static long MarkedBytes(int ranges) => MostMarkedBytes + (ranges * MostMarkedBytesOfRange);
}
