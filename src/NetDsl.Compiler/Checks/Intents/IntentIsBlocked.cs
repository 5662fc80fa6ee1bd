using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An intent that something can be reached, and a packet that does not arrive or is not answered. Source: "Network Access Scopes", Amazon VPC Network Access Analyzer Guide.
/// </summary>
public static class IntentIsBlocked
{
    /// <summary>ND5001.</summary>
    public static Rule Rule { get; } = new(
        "ND5001", "What is to be reached is not", RuleCategory.Intents, Severity.Error);

    internal static Check Check { get; } = new(Rule, network => BrokenIntents.Of(network, Rule, IntentFault.Blocked)) { NeedsWholeTopology = true };
}
