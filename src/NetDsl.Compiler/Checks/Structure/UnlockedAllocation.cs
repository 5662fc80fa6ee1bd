using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>A prefix that was given out, in a project whose lock file does not hold it.</summary>
public static class UnlockedAllocation
{
    /// <summary>ND1032.</summary>
    public static Rule Rule { get; } = new(
        "ND1032", "Allocation is not locked", RuleCategory.Addressing, Severity.Info);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network) => network.Topology.Allocations
        .Where(allocation => allocation.Hold == AllocationHold.NotLocked)
        .Select(allocation => new Finding(
            Rule,
            Sentence.From($"{network.Text(allocation.Element)} got {allocation.Prefix}, which the lock file does not hold, so that a later edit may move it; run netdsl lock"),
            allocation.Origin));
}
