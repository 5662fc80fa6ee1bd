using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An intent that could be neither proved nor refuted, which never counts as holding. The bounds are ours, see docs/benchmarks.md.
/// </summary>
public static class IntentIsUnproved
{
    /// <summary>ND5005.</summary>
    public static Rule Rule { get; } = new(
        "ND5005", "Intent is not proved", RuleCategory.Intents, Severity.Warning);

    internal static Check Check { get; } = new(Rule, network => BrokenIntents.Of(network, Rule, IntentFault.Unproved)) { NeedsWholeTopology = true };
}
