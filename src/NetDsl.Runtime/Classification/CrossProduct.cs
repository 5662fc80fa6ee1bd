using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Cuts a long list by the addresses of packets, as <see cref="AddressPairs"/> does, but keeps rules for any source or any destination apart: a pair that has rules of its own has a whole
/// list, which these are part of, and all other pairs have what their source has for any destination and what their destination has for any source. Were they whole as well, nearly each
/// pair would have a list of its own.
/// </summary>
internal sealed class CrossProduct
{
    /// <summary>Of a pair without rules of its own.</summary>
    public const int None = -1;

    // What there may be of pairs, of lists, and of what lists are put together from; and how often rules may be compared with each other.
    private const long MostCells = 1 << 24;
    private const int MostLists = ushort.MaxValue;
    private const int MostParts = 1 << 18;
    private const long MostWork = 1 << 26;

    private readonly PacketRule[] rules;
    private readonly DistinctLists lists = new();
    private readonly List<int> matching = [];
    private long work;

    private CrossProduct(PacketRule[] rules, FieldClasses sources, FieldClasses destinations)
    {
        this.rules = rules;
        (Sources, Destinations) = (sources, destinations);
        Cells = new int[sources.Count * destinations.Count];
        ListsOfSources = new int[sources.Count];
        ListsOfDestinations = new int[destinations.Count];
    }

    /// <summary>The classes of sources.</summary>
    public FieldClasses Sources { get; }

    /// <summary>The classes of destinations.</summary>
    public FieldClasses Destinations { get; }

    /// <summary>The lists, by their places in the whole list. A rule is not in it where one before it in the same list matches all that it does.</summary>
    public IReadOnlyList<int[]> Lists => lists.All;

    /// <summary>By the class of sources, and of each by that of destinations: the list, or <see cref="None"/>.</summary>
    public int[] Cells { get; }

    /// <summary>By the class of sources: the list of its rules for any destination.</summary>
    public int[] ListsOfSources { get; }

    /// <summary>By the class of destinations: the list of its rules for any source.</summary>
    public int[] ListsOfDestinations { get; }

    /// <summary>The cross product of a list; nothing where it is too large or takes too long to work out. Rules for any source and any destination are not in it.</summary>
    public static CrossProduct? TryBuild(PacketRule[] rules)
    {
        var sources = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Source));
        var destinations = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Destination));
        if ((long)sources.Count * destinations.Count > MostCells)
        {
            return null;
        }

        int[] own = [.. Places(rule => !rule.IsForAnySource && !rule.IsForAnyDestination)];
        if (AddressPairs.TryBuild([.. own.Select(place => rules[place])], sources.Only(own), destinations.Only(own)) is not { } pairs)
        {
            return null;
        }

        var product = new CrossProduct(rules, sources, destinations);
        return product.TryFill(product.ListsOfSources, sources, [.. Places(rule => !rule.IsForAnySource && rule.IsForAnyDestination)])
            && product.TryFill(product.ListsOfDestinations, destinations, [.. Places(rule => rule.IsForAnySource && !rule.IsForAnyDestination)])
            && product.TryFillCells(pairs, own) ? product : null;

        IEnumerable<int> Places(Func<PacketRule, bool> isPart) => rules.Index().Where(rule => isPart(rule.Item)).Select(rule => rule.Index);
    }

    /// <summary>Fills in the lists of one field's classes, unless that is too much work.</summary>
    private bool TryFill(int[] listsOfClasses, FieldClasses field, int[] places)
    {
        var only = field.Only(places);
        work += only.Work;
        if (work > MostWork)
        {
            return false;
        }

        foreach (var (each, matched) in only.RulesOfClasses().Index())
        {
            matching.Clear();
            matched.ForEach(rule => matching.Add(places[rule]));
            if (!TryPlace(out listsOfClasses[each]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fills in the lists of pairs that have rules of their own, unless that is too much work.</summary>
    private bool TryFillCells(AddressPairs pairs, int[] own)
    {
        pairs.CopyTo(Cells);
        var known = new Dictionary<(int Own, int OfSource, int OfDestination), int>();
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, Destinations.Count);
            var list = pairs.Lists[Cells[cell]];
            var parts = (Cells[cell], ListsOfSources[row], ListsOfDestinations[column]);
            if (list.Length == 0)
            {
                Cells[cell] = None;
            }
            else if (!known.TryGetValue(parts, out Cells[cell]))
            {
                matching.Clear();
                Array.ForEach(list, rule => matching.Add(own[rule]));
                matching.AddRange(lists.All[parts.Item2]);
                matching.AddRange(lists.All[parts.Item3]);
                matching.Sort();
                if (known.Count == MostParts || !TryPlace(out Cells[cell]))
                {
                    return false;
                }

                known.Add(parts, Cells[cell]);
            }
        }

        return true;
    }

    /// <summary>The place of the list that is at hand, without what rules before leave nothing of; false when that is too much work, or there are too many.</summary>
    private bool TryPlace(out int list)
    {
        (list, var kept) = (None, 0);
        foreach (var rule in CollectionsMarshal.AsSpan(matching))
        {
            var before = 0;
            while (before < kept && !rules[matching[before]].HasServicesOf(rules[rule]))
            {
                before++;
            }

            work += before + 1;
            if (work > MostWork)
            {
                return false;
            }

            if (before == kept)
            {
                matching[kept++] = rule;
            }
        }

        matching.RemoveRange(kept, matching.Count - kept);
        list = lists.PlaceOf(matching);
        return lists.All.Count <= MostLists;
    }
}
