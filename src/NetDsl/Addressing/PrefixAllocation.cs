namespace NetDsl.Addressing;

/// <summary>Finds free prefixes: what a message or a code fix proposes in place of one that is taken.</summary>
public static class PrefixAllocation
{
    /// <summary>The lowest prefix of the given length inside the blocks that overlaps nothing that is taken.</summary>
    /// <param name="blocks">Where to look, in this order.</param>
    /// <param name="taken">What must not be overlapped.</param>
    /// <param name="length">The length of the prefix wanted, in bits.</param>
    /// <returns>The prefix, or nothing when there is no room.</returns>
    public static IpPrefix? NextFree(IEnumerable<IpPrefix> blocks, IEnumerable<IpPrefix> taken, int length)
    {
        var occupied = taken.OrderBy(prefix => prefix).ToList();
        foreach (var block in blocks.Where(block => block.Length <= length))
        {
            var candidate = IpPrefix.Containing(block.First, length);
            while (true)
            {
                var place = occupied.FindIndex(candidate.Overlaps);
                if (place < 0)
                {
                    return candidate;
                }

                // Jump behind the one in the way; a shorter one spans several candidates.
                var end = occupied[place].Last > candidate.Last ? occupied[place].Last : candidate.Last;
                if (end >= block.Last)
                {
                    break;
                }

                candidate = IpPrefix.Containing(end.Plus(1), length);
            }
        }

        return null;
    }

    /// <inheritdoc cref="NextFree(IEnumerable{IpPrefix}, IEnumerable{IpPrefix}, int)"/>
    public static Ipv4Prefix? NextFree(IEnumerable<Ipv4Prefix> blocks, IEnumerable<Ipv4Prefix> taken, int length) =>
        NextFree(blocks.Select(IpPrefix.FromIpv4Prefix), taken.Select(IpPrefix.FromIpv4Prefix), length)?.AsIpv4;

    /// <summary>The private ranges of RFC 1918, in the order in which replacements are proposed.</summary>
    public static IReadOnlyList<Ipv4Prefix> PrivateRanges { get; } =
    [
        Ipv4Prefix.Parse("10.0.0.0/8"),
        Ipv4Prefix.Parse("172.16.0.0/12"),
        Ipv4Prefix.Parse("192.168.0.0/16"),
    ];
}
