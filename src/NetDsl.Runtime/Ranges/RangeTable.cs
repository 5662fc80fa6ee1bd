namespace NetDsl.Runtime.Ranges;

/// <summary>
/// Gives every IPv4 address a number: the ranges of a source class their path programs, the prefixes of a route table their routes. Read-only, so that any number of threads may ask.
/// </summary>
internal abstract class RangeTable
{
    /// <summary>The number of an address.</summary>
    public abstract int Find(uint address);

    /// <summary>The numbers of many addresses, which costs far less than asking one by one.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="numbers">Where to put their numbers; as long.</param>
    public abstract void Find(ReadOnlySpan<uint> addresses, Span<int> numbers);

    /// <summary>The table that is fastest for so many ranges: see <see cref="RangeCosts"/>.</summary>
    /// <param name="starts">The first address of each range: 0, and rising.</param>
    /// <param name="numbers">The number of each range.</param>
    /// <exception cref="ArgumentException">The starts do not begin at 0, do not rise, or are not as many as the numbers.</exception>
    public static RangeTable Of(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers)
    {
        Refuse(starts, numbers);
        if (starts.Length <= RangeCosts.MostRangesOfLayers && RangeLayer.Of(starts, numbers) is var layers && layers.Length <= RangeCosts.MostLayers)
        {
            return new ComparedRanges(layers);
        }

        if (MarkedRanges.TryBuild(starts, numbers, RangeCosts.MostNearBytes) is { } near)
        {
            return near;
        }

        // Whatever a staged table takes, a direct one takes more.
        var bytes = RangeCosts.Bytes(starts.Length);
        var mayBeDirect = starts.Length >= RangeCosts.FewestDirect;
        if (StagedRanges.TryBuild(starts, numbers, mayBeDirect ? long.MaxValue : bytes) is { } staged)
        {
            return staged;
        }

        if (mayBeDirect && DirectRanges.TryBuild(starts, numbers) is { } direct)
        {
            return direct;
        }

        return MarkedRanges.TryBuild(starts, numbers, bytes) is { } marked ? marked : new RankedRanges(starts, numbers);
    }

    private static void Refuse(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers)
    {
        if (starts.Length == 0 || starts[0] != 0 || starts.Length != numbers.Length)
        {
            throw new ArgumentException($"Ranges begin at address 0, and each has a number; there are {starts.Length} starts and {numbers.Length} numbers.", nameof(starts));
        }

        for (var range = 1; range < starts.Length; range++)
        {
            if (starts[range] <= starts[range - 1])
            {
                throw new ArgumentException($"The start of range {range} is not above that of the range before.", nameof(starts));
            }
        }
    }
}
