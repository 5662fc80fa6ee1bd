using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An intent that survives the loss of a zone, and a packet that does not arrive, or is not answered, without it. Source: "Availability Zones", AWS Fault Isolation Boundaries.
/// </summary>
public static class IntentIsLostWithZone
{
    /// <summary>ND5004.</summary>
    public static Rule Rule { get; } = new(
        "ND5004", "What is to be reached is lost with a zone", RuleCategory.Intents, Severity.Error);

    internal static Check Check { get; } = new(Rule, network => BrokenIntents.Of(network, Rule, IntentFault.Lost)) { NeedsWholeTopology = true };
}
