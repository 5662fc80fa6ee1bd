using System.Globalization;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Reachability;

namespace NetDsl.Cli.Verbs;

/// <summary>Who reaches whom as a square: a line for each kind of sender, a column for each kind of receiver, a letter for each sort of traffic.</summary>
internal static class ReachDrawing
{
    private const string Nothing = "·";
    private const int MostNames = 3;

    public static void Write(IReadOnlyCollection<ReachablePair> pairs, Terminal terminal, string name)
    {
        terminal.Line($"{name}: {pairs.Count} {(pairs.Count == 1 ? "pair" : "pairs")}", Tone.Strong);
        if (pairs.Count == 0)
        {
            return;
        }

        var groups = new ReachGroups(pairs, Text);
        var letters = groups.Sorts.Select((text, place) => (text, Letter(place))).ToDictionary();
        terminal.Line("");
        terminal.Table(
            ["from", .. groups.Receivers.Select((_, column) => Number(column))],
            [.. groups.Senders.Select(sender => new TableRow(
                Tone.Plain,
                [Names(sender), .. groups.Receivers.Select(receiver => groups.Between(sender, receiver) is { } text ? letters[text] : Nothing)]))]);
        terminal.Line("");
        terminal.Table(["to", ""], [.. groups.Receivers.Select((receiver, column) => new TableRow(Tone.Plain, Number(column), Names(receiver)))]);
        terminal.Line("");
        terminal.Table(["traffic", ""], [.. letters.Select(each => new TableRow(Tone.Plain, each.Value, each.Key))]);
    }

    private static string Text(ReachablePair pair) => ReachVerb.TrafficText(pair.Traffic) + (pair.IsCertain ? "" : ", some flows, as a hash decides");

    private static string Names(List<string> group) => group.Count <= MostNames
        ? string.Join(", ", group)
        : $"{string.Join(", ", group.Take(MostNames - 1))} and {group.Count - MostNames + 1} like them";

    private static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>a to z, then aa, ab, …</summary>
    private static string Letter(int place)
    {
        const int Letters = 26;
        var last = (char)('a' + (place % Letters));
        return place < Letters ? last.ToString() : Letter((place / Letters) - 1) + last;
    }
}
