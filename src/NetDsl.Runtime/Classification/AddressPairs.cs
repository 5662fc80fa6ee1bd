using System.Numerics;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Cuts a list by the addresses of packets: for each pair of a class of sources and one of destinations the rules that match both, in their order, up to the first that matches whatever is
/// sent between them. Most pairs have few, and equal ones exist once.
/// </summary>
internal sealed class AddressPairs
{
    // What working the pairs out may cost: how often rules begin or end to match, and how long all lists are.
    private const long MostWork = 1 << 22;

    private readonly FieldClasses sources;
    private readonly FieldClasses destinations;
    private readonly int columnBits;
    private readonly int shift;
    private readonly List<uint> starts = [];
    private readonly List<int> listOfRange = [];
    private readonly DistinctLists lists = new();

    private AddressPairs(FieldClasses sources, FieldClasses destinations)
    {
        (this.sources, this.destinations) = (sources, destinations);
        columnBits = BitsOf(destinations.Count);
        shift = 32 - columnBits - BitsOf(sources.Count);

        static int BitsOf(int classes) => BitOperations.Log2((uint)classes) + 1;
    }

    /// <summary>The lists of rules that pairs have, by their places.</summary>
    public IReadOnlyList<int[]> Lists => lists.All;

    /// <summary>The pairs of a list of rules; nothing where working them out would take too long.</summary>
    public static AddressPairs? TryBuild(PacketRule[] rules) =>
        TryBuild(rules, FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Source)), FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Destination)));

    /// <summary>The same by classes that are given; there may be more of them than the rules need.</summary>
    public static AddressPairs? TryBuild(PacketRule[] rules, FieldClasses sources, FieldClasses destinations)
    {
        var pairs = new AddressPairs(sources, destinations);
        if (pairs.shift < 0 || sources.Work > MostWork)
        {
            return null;
        }

        var (work, matching) = (0L, new List<int>());
        foreach (var (row, matched) in sources.RulesOfClasses().Index())
        {
            work += pairs.AddRow(rules, row, matched, matching);
            if (work > MostWork)
            {
                return null;
            }
        }

        return pairs;
    }

    /// <summary>The tables that find, of packets, the numbers of what pairs have.</summary>
    /// <param name="numbers">By the list: its number.</param>
    public PairTable Table(int[] numbers) =>
        new(sources.Table(), destinations.Table(), RangeTable.Of([.. starts], [.. listOfRange.Select(list => numbers[list])]), columnBits, shift);

    /// <summary>Copies the lists of all pairs, by the class of sources, and of each by that of destinations.</summary>
    public void CopyTo(Span<int> lists)
    {
        for (var (row, range, to) = (0, 0, 0); row < sources.Count; row++)
        {
            for (var column = 0; column < destinations.Count; column++)
            {
                if (range + 1 < starts.Count && starts[range + 1] == Place(row, column))
                {
                    range++;
                }

                lists[to++] = listOfRange[range];
            }
        }
    }

    /// <summary>Goes through the classes of destinations beside one of sources, and says how much work that was.</summary>
    private long AddRow(PacketRule[] rules, int row, List<int> matched, List<int> matching)
    {
        // Where rules begin and end to match; of one column all are done before anything is told.
        (int Column, int Rule, bool Begins)[] changes =
        [
            .. matched.SelectMany(rule => ((int Column, int Rule, bool Begins)[])[(destinations.OfRules[rule].First, rule, true), (destinations.OfRules[rule].End, rule, false)])
                .OrderBy(change => change.Column),
        ];
        var (open, work) = (new List<int>(), 0L);
        for (var (column, change) = (0, 0); column < destinations.Count; column = change < changes.Length ? changes[change].Column : destinations.Count)
        {
            for (; change < changes.Length && changes[change].Column == column; change++, work++)
            {
                var place = open.BinarySearch(changes[change].Rule);
                if (changes[change].Begins)
                {
                    open.Insert(~place, changes[change].Rule);
                }
                else
                {
                    open.RemoveAt(place);
                }
            }

            matching.Clear();
            foreach (var rule in open)
            {
                matching.Add(rule);
                if (rules[rule].MatchesAllServices)
                {
                    break;
                }
            }

            work += matching.Count;
            Append(row, column, lists.PlaceOf(matching));
        }

        return work;
    }

    private void Append(int row, int column, int list)
    {
        if (listOfRange.Count == 0 || listOfRange[^1] != list)
        {
            starts.Add(Place(row, column));
            listOfRange.Add(list);
        }
    }

    private uint Place(int row, int column) => (uint)((row << columnBits) | column) << shift;
}
