namespace NetDsl.Addressing;

/// <summary>
/// Prefixes of one family, of which each new one is asked against all others. They stay sorted, so that no question sorts thousands of them anew.
/// </summary>
internal sealed class TakenPrefixes
{
    private readonly List<IpPrefix> sorted = [];

    /// <summary>Nothing is taken yet.</summary>
    public TakenPrefixes()
    {
    }

    /// <summary>Some are taken.</summary>
    public TakenPrefixes(IEnumerable<IpPrefix> taken)
    {
        sorted.AddRange(taken);
        sorted.Sort();
    }

    /// <summary>All of them, by their first addresses; the shorter before the longer.</summary>
    public IReadOnlyList<IpPrefix> Sorted => sorted;

    /// <summary>Takes a prefix; it may overlap others.</summary>
    public void Add(IpPrefix prefix)
    {
        var place = sorted.BinarySearch(prefix);
        sorted.Insert(place < 0 ? ~place : place, prefix);
    }

    /// <summary>Whether any of them has an address of the prefix.</summary>
    public bool Overlaps(IpPrefix prefix)
    {
        // Of two prefixes that overlap one contains the other: what lies in this one follows its place, what is around it is one of few prefixes.
        var place = sorted.BinarySearch(prefix);
        if (place >= 0 || (~place < sorted.Count && prefix.Contains(sorted[~place])))
        {
            return true;
        }

        for (var length = 0; length < prefix.Length; length++)
        {
            if (sorted.BinarySearch(IpPrefix.Containing(prefix.First, length)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
