namespace NetDsl.Compiler.Checks;

/// <summary>Every rule that there is.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by rising id: those of the evaluation first, then those of the checks.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. TopologyChecks.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with that id; nothing when there is none.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
