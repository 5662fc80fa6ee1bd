using NetDsl.Compiler.Reachability;

namespace NetDsl.Cli.Verbs;

/// <summary>Who reaches whom, with those told once that reach, and are reached by, the same: a drawing has room for kinds of hosts, not for hosts.</summary>
internal sealed class ReachGroups
{
    private readonly Dictionary<(string From, string To), string> cells;

    /// <param name="pairs">Who reaches whom.</param>
    /// <param name="text">What of a pair makes it the same as another.</param>
    public ReachGroups(IReadOnlyCollection<ReachablePair> pairs, Func<ReachablePair, string> text)
    {
        cells = pairs.GroupBy(pair => (pair.From, pair.To)).ToDictionary(same => same.Key, same => string.Join("; ", same.Select(text)));
        var senders = pairs.Select(pair => pair.From).ToHashSet();
        var receivers = pairs.Select(pair => pair.To).ToHashSet();
        var all = pairs.Select(pair => pair.From).Concat(pairs.Select(pair => pair.To)).Distinct().ToList();
        foreach (var each in all)
        {
            var group = Groups.Find(group => senders.Contains(group[0]) == senders.Contains(each)
                && receivers.Contains(group[0]) == receivers.Contains(each) && AreAlike(group[0], each, all));
            if (group is null)
            {
                Groups.Add([each]);
            }
            else
            {
                group.Add(each);
            }
        }

        Senders = [.. Groups.Where(group => senders.Contains(group[0]))];
        Receivers = [.. Groups.Where(group => receivers.Contains(group[0]))];
    }

    /// <summary>Those that send something that arrives.</summary>
    public IReadOnlyList<List<string>> Senders { get; }

    /// <summary>Those that get something.</summary>
    public IReadOnlyList<List<string>> Receivers { get; }

    private List<List<string>> Groups { get; } = [];

    /// <summary>What is sent from any of them to any other, each sort once.</summary>
    public IEnumerable<string> Sorts => cells.Values.Distinct();

    /// <summary>What of one group reaches another; within a group, another of it. Nothing where nothing does.</summary>
    public string? Between(List<string> from, List<string> to) =>
        Cell(from[0], from != to ? to[0] : from.Count > 1 ? from[1] : from[0]);

    private string? Cell(string from, string to) => cells.GetValueOrDefault((from, to));

    private bool AreAlike(string one, string other, List<string> all) => Cell(one, other) == Cell(other, one)
        && Cell(one, one) == Cell(other, other)
        && all.TrueForAll(each => each == one || each == other || (Cell(one, each) == Cell(other, each) && Cell(each, one) == Cell(each, other)));
}
