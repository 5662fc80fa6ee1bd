using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>A difference of behaviour as Markdown, which reads as well as it stands.</summary>
internal static class DiffText
{
    public static void Print(BehaviourDifference difference, OpenTopology before, OpenTopology after, DiffDoubts doubts, Terminal terminal)
    {
        var opened = difference.Flows.Where(change => change.IsOpened).ToList();
        var closed = difference.Flows.Where(change => !change.IsOpened).ToList();
        terminal.Line($"# {after.Name}: {Summary(opened.Count, closed.Count, difference.Intents.Count)}", Tone.Strong);
        Section("Intents", difference.Intents, change => Intent(change, before, after));
        Section("Newly open", opened, Flow);
        Section("Newly closed", closed, Flow);
        if (GapText.Caution("other flows may have changed too", before, after) is { } caution)
        {
            terminal.Line();
            terminal.Line(caution, Tone.Warning);
        }

        void Section<T>(string title, IReadOnlyCollection<T> changes, Func<T, IEnumerable<string>> text)
        {
            if (changes.Count > 0)
            {
                terminal.Line();
                terminal.Line($"## {title}", Tone.Strong);
                terminal.Line();
                foreach (var line in changes.SelectMany(text))
                {
                    terminal.Line(line);
                }
            }
        }

        IEnumerable<string> Flow(FlowChange change) =>
        [
            $"- **{change.From} → {change.To}**: {ReachVerb.TrafficText(change.Traffic)}{(doubts.Cover(change) ? " (unknown: it hangs on what is not understood)" : "")}",
            $"  - sample: `{change.Sample}`",
            $"  - before: {change.Before.Text}{At(change.Before.Origin, before)}",
            $"  - now: {change.After.Text}{At(change.After.Origin, after)}",
        ];
    }

    private static string Summary(int opened, int closed, int intents) => (opened, closed, intents) == (0, 0, 0)
        ? "no packet fares otherwise"
        : $"{Counted.Text(opened, "pair")} newly open, {closed} newly closed, {Counted.Text(intents, "intent")} changed";

    private static IEnumerable<string> Intent(IntentChange change, OpenTopology before, OpenTopology after)
    {
        yield return $"- **{change.Intent}**: {Word(change.Before)} before, {Word(change.After)} now{(change.After is { } now ? At(now.Intent.Origin, after) : At(change.Before!.Intent.Origin, before))}";
        if (change.After is { Holds: false } broken)
        {
            yield return $"  - {broken.Text}";
        }
    }

    private static string Word(IntentVerdict? verdict) => verdict switch
    {
        null => "not there",
        { Holds: true } => "holds",
        { Fault: IntentFault.Unproved } => "unproved",
        _ => "does not hold",
    };

    private static string At(Origin origin, OpenTopology topology) => origin.Line == 0 ? "" : $" (`{PlaceText.Of(origin, topology)}`)";
}
