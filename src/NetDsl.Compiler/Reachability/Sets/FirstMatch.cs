namespace NetDsl.Compiler.Reachability.Sets;

/// <summary>The set that a list of rules allows of which the first that matches decides, and what none matches is denied.</summary>
internal static class FirstMatch
{
    /// <summary>What the list allows.</summary>
    /// <param name="space">The space.</param>
    /// <param name="rules">What each rule matches, and whether it allows, in the order in which they are tried.</param>
    public static PacketSet Allowed(PacketSpace space, IReadOnlyList<(PacketSet Matches, bool Allows)> rules) =>
        Of(space, rules, 0, rules.Count).Allowed;

    // By halves: what the first half says nothing of, the second decides. Each rule is so met in sets of its own size, and not by everything before it.
    private static (PacketSet Allowed, PacketSet Denied) Of(
        PacketSpace space, IReadOnlyList<(PacketSet Matches, bool Allows)> rules, int from, int to)
    {
        switch (to - from)
        {
            case 0:
                return (PacketSet.Empty, PacketSet.Empty);
            case 1:
                return rules[from].Allows ? (rules[from].Matches, PacketSet.Empty) : (PacketSet.Empty, rules[from].Matches);
        }

        var middle = from + ((to - from) / 2);
        var first = Of(space, rules, from, middle);
        var second = Of(space, rules, middle, to);
        return (
            space.Union(first.Allowed, space.Except(second.Allowed, first.Denied)),
            space.Union(first.Denied, space.Except(second.Denied, first.Allowed)));
    }
}
