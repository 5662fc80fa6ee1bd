using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An intent that something cannot be reached, and a packet that arrives there. Source: "Network Access Scopes", Amazon VPC Network Access Analyzer Guide.
/// </summary>
public static class IntentIsViolated
{
    /// <summary>ND5002.</summary>
    public static Rule Rule { get; } = new(
        "ND5002", "What must not be reached is", RuleCategory.Intents, Severity.Error);

    internal static Check Check { get; } = new(Rule, network => BrokenIntents.Of(network, Rule, IntentFault.Arrives)) { NeedsWholeTopology = true };
}
