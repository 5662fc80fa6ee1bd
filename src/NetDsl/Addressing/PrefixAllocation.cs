namespace NetDsl.Addressing;

/// <summary>Finds free prefixes: what a message or a code fix proposes in place of one that is taken.</summary>
public static class PrefixAllocation
{
    /// <summary>The lowest prefix of the given length inside the blocks that overlaps nothing that is taken.</summary>
    /// <param name="blocks">Where to look, in this order.</param>
    /// <param name="taken">What must not be overlapped.</param>
    /// <param name="length">The length of the prefix wanted, in bits.</param>
    /// <returns>The prefix, or nothing when there is no room.</returns>
    public static Ipv4Prefix? NextFree(IEnumerable<Ipv4Prefix> blocks, IEnumerable<Ipv4Prefix> taken, int length)
    {
        var occupied = taken.OrderBy(prefix => prefix).ToList();
        foreach (var block in blocks.Where(block => block.Length <= length))
        {
            long candidate = block.First.Value;
            while (candidate <= block.Last.Value)
            {
                var prefix = Ipv4Prefix.Containing(new Ipv4Address((uint)candidate), length);
                var blocking = occupied.Where(prefix.Overlaps).Select(other => (Ipv4Prefix?)other).FirstOrDefault();
                if (blocking is null)
                {
                    return prefix;
                }

                // Jump behind the one in the way; a shorter one spans several candidates.
                candidate = Math.Max(prefix.Last.Value, blocking.Value.Last.Value) + 1L;
            }
        }

        return null;
    }

    /// <summary>The private ranges of RFC 1918, in the order in which replacements are proposed.</summary>
    public static IReadOnlyList<Ipv4Prefix> PrivateRanges { get; } =
    [
        Ipv4Prefix.Parse("10.0.0.0/8"),
        Ipv4Prefix.Parse("172.16.0.0/12"),
        Ipv4Prefix.Parse("192.168.0.0/16"),
    ];
}
