using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Cuts a long list by the addresses of packets, as <see cref="AddressPairs"/> does, but keeps rules with a wide source or destination apart (<see cref="WideClasses"/>): a pair that has
/// rules of its own has a whole list, which these are part of, and all other pairs have what their source has for wide destinations and what their destination has for wide sources. Were
/// they whole as well, nearly each pair would have a list of its own.
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
    private readonly HashSet<((byte First, byte Last) Protocols, PortRange SourcePorts)> services = [];

    // By the rule: whether a list has it.
    private readonly bool[] isListed;
    private long work;

    private CrossProduct(PacketRule[] rules, FieldClasses sources, FieldClasses destinations)
    {
        this.rules = rules;
        isListed = new bool[rules.Length];
        (Sources, Destinations) = (sources, destinations);
        WideSources = new WideClasses(sources, Array.ConvertAll(rules, rule => rule.Source));
        WideDestinations = new WideClasses(destinations, Array.ConvertAll(rules, rule => rule.Destination));
        Everywhere = [.. PlacesOf(wideSource: true, wideDestination: true)];
    }

    /// <summary>The classes of sources.</summary>
    public FieldClasses Sources { get; }

    /// <summary>The classes of destinations.</summary>
    public FieldClasses Destinations { get; }

    /// <summary>The lists, by their places in the whole list. A rule is not in it where one before it in the same list matches all that it does.</summary>
    public IReadOnlyList<int[]> Lists => lists.All;

    /// <summary>How many blocks of rules the lists have.</summary>
    public int BlockCount => lists.All.Sum(list => RuleBlock.CountOf(list.Length));

    /// <summary>What the rules in lists say of protocol and source ports, no more than <see cref="ServiceBits.Most"/>.</summary>
    public IReadOnlyCollection<((byte First, byte Last) Protocols, PortRange SourcePorts)> Services => services;

    /// <summary>The wide classes of sources.</summary>
    public WideClasses WideSources { get; }

    /// <summary>The wide classes of destinations.</summary>
    public WideClasses WideDestinations { get; }

    /// <summary>The rules with both a wide source and a wide destination, which are in no list.</summary>
    public int[] Everywhere { get; }

    /// <summary>By the class of sources, and of each by that of destinations: the list, or <see cref="None"/>.</summary>
    public int[] Cells { get; private set; } = [];

    /// <summary>By the class of sources, and of each by the wide class of destinations: the list of the rules with a wide destination.</summary>
    public int[] ListsOfSources { get; private set; } = [];

    /// <summary>By the class of destinations, and of each by the wide class of sources: the list of the rules with a wide source.</summary>
    public int[] ListsOfDestinations { get; private set; } = [];

    /// <summary>
    /// The cross product of a list; nothing where it has too many rules, classes of addresses, lists, or combinations of protocol and source ports, where it takes too long to work out, or
    /// where no rule is narrow.
    /// </summary>
    public static CrossProduct? TryBuild(PacketRule[] rules)
    {
        if (rules.Length > RuleBlock.MostRules)
        {
            return null;
        }

        var sources = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Source));
        var destinations = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Destination));
        if ((long)sources.Count * destinations.Count > MostCells)
        {
            return null;
        }

        var product = new CrossProduct(rules, sources, destinations);
        var own = product.PlacesOf(wideSource: false, wideDestination: false);
        if (product.Everywhere.Length == rules.Length
            || AddressPairs.TryBuild(Array.ConvertAll(own, place => rules[place]), sources.Only(own), destinations.Only(own)) is not { } pairs
            || product.TryList(sources, product.WideDestinations, product.PlacesOf(wideSource: false, wideDestination: true)) is not { } ofSources
            || product.TryList(destinations, product.WideSources, product.PlacesOf(wideSource: true, wideDestination: false)) is not { } ofDestinations)
        {
            return null;
        }

        (product.ListsOfSources, product.ListsOfDestinations) = (ofSources, ofDestinations);
        return product.TryFillCells(pairs, own) ? product : null;
    }

    /// <summary>The rules of <see cref="Everywhere"/>, with their places in the whole list as verdicts.</summary>
    public PacketRule[] RulesEverywhere() => Array.ConvertAll(Everywhere, place => rules[place] with { Verdict = place });

    private int[] PlacesOf(bool wideSource, bool wideDestination) =>
        [.. Enumerable.Range(0, rules.Length).Where(rule => WideSources.IsWide(rule) == wideSource && WideDestinations.IsWide(rule) == wideDestination)];

    /// <summary>By the class of one field, and of each by the wide class of the other, the list of rules that are wide in the other; nothing where that is too much work.</summary>
    private int[]? TryList(FieldClasses field, WideClasses others, int[] places)
    {
        var only = field.Only(places);
        work += only.Work * others.Count;
        if (work > MostWork)
        {
            return null;
        }

        var listsOfClasses = new int[field.Count * others.Count];
        foreach (var (each, matched) in only.RulesOfClasses().Index())
        {
            for (var other = 0; other < others.Count; other++)
            {
                matching.Clear();
                foreach (var rule in matched)
                {
                    if (others.Matches(places[rule], other))
                    {
                        matching.Add(places[rule]);
                    }
                }

                if (!TryPlace(out listsOfClasses[(each * others.Count) + other]))
                {
                    return null;
                }
            }
        }

        return listsOfClasses;
    }

    /// <summary>Fills in the lists of pairs that have rules of their own, unless that is too much work.</summary>
    private bool TryFillCells(AddressPairs pairs, int[] own)
    {
        Cells = new int[Sources.Count * Destinations.Count];
        pairs.CopyTo(Cells);
        var known = new Dictionary<(int Own, int OfSource, int OfDestination), int>();
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, Destinations.Count);
            var list = pairs.Lists[Cells[cell]];
            var ofSource = ListsOfSources[(row * WideDestinations.Count) + WideDestinations.OfClasses[column]];
            var ofDestination = ListsOfDestinations[(column * WideSources.Count) + WideSources.OfClasses[row]];
            var parts = (Cells[cell], ofSource, ofDestination);
            if (list.Length == 0)
            {
                Cells[cell] = None;
            }
            else if (!known.TryGetValue(parts, out Cells[cell]))
            {
                matching.Clear();
                Array.ForEach(list, rule => matching.Add(own[rule]));
                matching.AddRange(lists.All[ofSource]);
                matching.AddRange(lists.All[ofDestination]);
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

    /// <summary>
    /// The place of the list that is at hand, without what rules before leave nothing of; false when that is too much work, or there are too many lists, or combinations of protocol and
    /// source ports.
    /// </summary>
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
                if (!TryCountServices(rule))
                {
                    return false;
                }
            }
        }

        matching.RemoveRange(kept, matching.Count - kept);
        list = lists.PlaceOf(matching);
        return lists.All.Count <= MostLists;
    }

    private bool TryCountServices(int rule)
    {
        if (!isListed[rule])
        {
            isListed[rule] = true;
            services.Add((rules[rule].Protocols, rules[rule].SourcePorts));
        }

        return services.Count <= ServiceBits.Most;
    }
}
