namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Which table is fastest for so many ranges, measured by <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- lookups</c>, which says where the lines cross. Comparing costs
/// two instructions a range for 16 addresses at once; ranking costs a step a level, of which each takes 17 times as many ranges; the direct table costs one or two reads out of 32 MiB
/// whatever the number, and the memory, which no small table is worth.
/// </summary>
internal static class RangeCosts
{
    /// <summary>Up to so many ranges are compared one by one.</summary>
    public const int MostCompared = 64;

    /// <summary>From so many on, a direct table is worth its 32 MiB.</summary>
    public const int FewestDirect = 8192;
}
