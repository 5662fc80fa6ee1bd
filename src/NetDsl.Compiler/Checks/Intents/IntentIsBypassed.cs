using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An intent that packets pass an element, and one that passes none. Source: "Network Access Scopes", Amazon VPC Network Access Analyzer Guide.
/// </summary>
public static class IntentIsBypassed
{
    /// <summary>ND5003.</summary>
    public static Rule Rule { get; } = new(
        "ND5003", "Packets take another way than they have to", RuleCategory.Intents, Severity.Error);

    internal static Check Check { get; } = new(Rule, network => BrokenIntents.Of(network, Rule, IntentFault.Bypasses)) { NeedsWholeTopology = true };
}
