using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Tells of intents that do not hold, by the packet that refutes them, the rules and the routes that decide about it.</summary>
internal static class BrokenIntents
{
    public static IEnumerable<Finding> Of(NetworkIndex network, Rule rule, IntentFault fault) =>
        from verdict in network.Verdicts
        where verdict.Fault == fault
        select new Finding(rule, Message(verdict), verdict.Intent.Origin)
        {
            Related = verdict.Path
                .Where(station => station.Origin.Line > 0)
                .GroupBy(station => (station.Origin, station.Origin.Span))
                .Select(same => same.First())
                .Select(station => new RelatedOrigin(station.Origin, $"{KindText(station.Kind)} '{Name(station.Element)}': {station.Decision}"))
                .ToEquatableArray(),
        };

    private static string Message(IntentVerdict verdict) => verdict.Fault == IntentFault.Unproved
        ? $"The intent could be neither proved nor refuted: {verdict.Text} Ask about fewer at once."
        : $"The intent does not hold: {verdict.Text}.";

    private static string KindText(string kind) => kind.Replace('-', ' ');

    private static string Name(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
