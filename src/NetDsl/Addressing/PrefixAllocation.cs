namespace NetDsl.Addressing;

/// <summary>Finds free prefixes: what a message or a code fix proposes in place of one that is taken.</summary>
public static class PrefixAllocation
{
    /// <summary>The lowest prefix of the given length inside the blocks that overlaps nothing that is taken.</summary>
    /// <param name="blocks">Where to look, in this order.</param>
    /// <param name="taken">What must not be overlapped.</param>
    /// <param name="length">The length of the prefix wanted, in bits.</param>
    /// <returns>The prefix, or nothing when there is no room.</returns>
    public static IpPrefix? NextFree(IEnumerable<IpPrefix> blocks, IEnumerable<IpPrefix> taken, int length) =>
        NextFree(blocks, new TakenPrefixes(taken), length);

    /// <inheritdoc cref="NextFree(IEnumerable{IpPrefix}, IEnumerable{IpPrefix}, int)"/>
    public static Ipv4Prefix? NextFree(IEnumerable<Ipv4Prefix> blocks, IEnumerable<Ipv4Prefix> taken, int length) =>
        NextFree(blocks.Select(IpPrefix.FromIpv4Prefix), taken.Select(IpPrefix.FromIpv4Prefix), length)?.AsIpv4;

    /// <inheritdoc cref="NextFree(IEnumerable{IpPrefix}, IEnumerable{IpPrefix}, int)"/>
    internal static IpPrefix? NextFree(IEnumerable<IpPrefix> blocks, TakenPrefixes taken, int length)
    {
        foreach (var block in blocks.Where(block => block.Length <= length))
        {
            if (NextFree(block, taken.Sorted, length) is { } free)
            {
                return free;
            }
        }

        return null;
    }

    private static IpPrefix? NextFree(IpPrefix block, IReadOnlyList<IpPrefix> taken, int length)
    {
        var candidate = IpPrefix.Containing(block.First, length);

        // By their first addresses, those before one that is in the way end before it, and are in the way of nothing behind.
        for (var place = 0; place < taken.Count && taken[place].First <= candidate.Last; place++)
        {
            if (!candidate.Overlaps(taken[place]))
            {
                continue;
            }

            // Jump behind the one in the way; a shorter one spans several candidates.
            var end = taken[place].Last > candidate.Last ? taken[place].Last : candidate.Last;
            if (end >= block.Last)
            {
                return null;
            }

            candidate = IpPrefix.Containing(end.Plus(1), length);
        }

        return candidate;
    }

    /// <summary>The private ranges of RFC 1918, in the order in which replacements are proposed.</summary>
    public static IReadOnlyList<Ipv4Prefix> PrivateRanges { get; } =
    [
        Ipv4Prefix.Parse("10.0.0.0/8"),
        Ipv4Prefix.Parse("172.16.0.0/12"),
        Ipv4Prefix.Parse("192.168.0.0/16"),
    ];
}
