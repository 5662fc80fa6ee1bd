using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>An intent that two versions of a network judge otherwise, or that only one of them has.</summary>
/// <param name="Intent">What is claimed, in words.</param>
/// <param name="Before">The old verdict; nothing when the intent is new.</param>
/// <param name="After">The new verdict; nothing when the intent is gone.</param>
public sealed record IntentChange(string Intent, IntentVerdict? Before, IntentVerdict? After);

/// <summary>Compares the verdicts of intents: those of one claim, wherever it was written.</summary>
internal static class IntentComparison
{
    public static IEnumerable<IntentChange> Of(Topology before, Topology after, CancellationToken cancellation)
    {
        var old = Verdicts(before, cancellation);
        var now = Verdicts(after, cancellation);
        return now.Keys.Concat(old.Keys).Distinct()
            .Select(claim => new IntentChange(claim, old.TryGetValue(claim, out var had) ? had : null, now.TryGetValue(claim, out var has) ? has : null))
            .Where(change => change.Before?.Holds != change.After?.Holds);
    }

    // Of two intents with one claim the verdict is one.
    private static Dictionary<string, IntentVerdict> Verdicts(Topology topology, CancellationToken cancellation) => IntentProof.Of(topology, cancellation)
        .GroupBy(verdict => Claim(verdict.Intent), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static string Claim(Intent intent)
    {
        var claim = $"{Text(intent.From)}{Except(intent.ExceptFrom)} {(intent.Kind == IntentKind.CanReach ? "can reach" : "cannot reach")} {Text(intent.To)}{Except(intent.ExceptTo)} with {Text(intent.Traffic)}";
        var through = string.Concat(intent.OnlyThrough.Select(waypoint => $", only through {string.Join(" or ", waypoint.AnyOf.Select(element => element.Value.Path))}"));
        return intent.SurvivesLossOf.Count == 0 ? claim + through : $"{claim}{through}, without any one of {Text(intent.SurvivesLossOf)}";
    }

    private static string Except(EquatableArray<Sourced<EndpointSet>> ends) => ends.Count == 0 ? "" : $" except {Text(ends)}";

    private static string Text<T>(EquatableArray<Sourced<T>> values) => string.Join(", ", values.Select(value => value.Value?.ToString()));
}
