using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Runtime;

/// <summary>Intents of a network do not hold, or are not proved.</summary>
/// <param name="network">The network.</param>
/// <param name="verdicts">Those of the intents; not empty.</param>
public sealed class IntentException(string network, EquatableArray<IntentVerdict> verdicts) : Exception(Text(network, verdicts))
{
    /// <summary>What is wrong with each of them.</summary>
    public EquatableArray<IntentVerdict> Verdicts { get; } = verdicts;

    private static string Text(string network, EquatableArray<IntentVerdict> verdicts) => string.Join(
        Environment.NewLine,
        verdicts
            .Select(verdict => $"  {verdict.Intent.Origin}: {verdict.Text}")
            .Prepend(verdicts.Count == 1 ? $"1 intent of network '{network}' does not hold:" : $"{verdicts.Count} intents of network '{network}' do not hold:"));
}
