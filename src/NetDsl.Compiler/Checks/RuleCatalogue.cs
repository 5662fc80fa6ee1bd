namespace NetDsl.Compiler.Checks;

/// <summary>
/// Every rule about a network. The rules about the C# that describes it, ND0xxx, stand beside the evaluator that finds them.
/// </summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by rising id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. TopologyChecks.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with that id; nothing when there is none.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
