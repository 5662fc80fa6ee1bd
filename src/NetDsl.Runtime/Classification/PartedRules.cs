namespace NetDsl.Runtime.Classification;

/// <summary>
/// Parts a long list into the rules for any source, for any destination, for any of both, and for neither, and takes the first of what the parts find. Together, rules for any source and
/// rules for any destination would give each pair of addresses a list of its own; apart, each part has few.
/// </summary>
internal sealed class PartedRules : RuleTable
{
    private readonly RuleTable[] parts;

    // By the place of a rule in the list, and behind the last what none matches.
    private readonly int[] verdicts;

    private PartedRules(RuleTable[] parts, int[] verdicts) => (this.parts, this.verdicts) = (parts, verdicts);

    /// <summary>The tables that the parts have.</summary>
    public IReadOnlyList<RuleTable> Parts => parts;

    /// <summary>The table of a list; nothing where it is all one part, or has no rules.</summary>
    public static PartedRules? TryBuild(PacketRule[] rules, int otherwise)
    {
        // What parts find is the place of the rule in the whole list.
        PacketRule[][] lists =
        [
            .. rules.Select((rule, place) => rule with { Verdict = place })
                .GroupBy(rule => (rule.IsForAnySource, rule.IsForAnyDestination))
                .Select(part => part.ToArray()),
        ];
        return lists.Length < 2 ? null : new PartedRules(
            [.. lists.Select(part => RuleCosts.Best(part, rules.Length, maySplit: false))],
            [.. rules.Select(rule => rule.Verdict), otherwise]);
    }

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        Span<int> found = stackalloc int[Chunk];
        parts[0].FindChunk(packets, verdicts);
        foreach (var part in parts.AsSpan(1))
        {
            part.FindChunk(packets, found[..verdicts.Length]);
            for (var index = 0; index < verdicts.Length && index < found.Length; index++)
            {
                verdicts[index] = Math.Min(verdicts[index], found[index]);
            }
        }

        foreach (ref var verdict in verdicts)
        {
            verdict = this.verdicts[verdict];
        }
    }
}
