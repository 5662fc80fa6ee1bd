namespace NetDsl.Runtime.Classification;

/// <summary>
/// Which table is fastest for a list, measured by <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- classification</c>, which shows all tables of lists of 10 to 10,000 rules and
/// says when another than the chosen one is faster. Comparing all rules costs some instructions a rule and no read; candidates cost the classes of both addresses, three reads for the pair
/// and two lines for each eight rules; recursive tables cost as much and the classes of ports, whatever is left for a pair; a cross product costs the classes of both addresses, one read
/// for the pair, one line for each eight rules and a table for the rules that are wide in both, and needs far fewer lists; parted tables cost the sum of up to four parts; bit vectors cost
/// what all rules do. Only lists decide: which table takes them, how many blocks of rules there are, and how many of one list.
/// </summary>
internal static class RuleCosts
{
    /// <summary>How many vectors of candidates there may be: 32 MiB of them.</summary>
    public const long MostBlocks = 1 << 18;

    /// <summary>
    /// Up to so many blocks of rules, on average of all lists, comparing them is faster than reading what tables say of protocol and ports: of candidates the lists that pairs of addresses
    /// have, of cross products those that pairs, sources and destinations have.
    /// </summary>
    public const double MostBlocksOfList = 3;

    /// <summary>
    /// Up to so many vectors of candidates stay near enough, 4 MiB of them; beyond, a cross product is faster, which has fewer lists. Lists of 3,000 to 4,000 rules have about as many.
    /// </summary>
    public const int MostNearBlocks = 1 << 15;

    /// <summary>The table that is fastest for a list.</summary>
    /// <param name="rules">The list.</param>
    /// <param name="otherwise">The verdict on packets that no rule matches.</param>
    /// <param name="maySplit">Whether it may be parted: not what is a part.</param>
    public static RuleTable Best(PacketRule[] rules, int otherwise, bool maySplit)
    {
        if (rules.Length <= ComparedRules.MostRules)
        {
            return new ComparedRules(rules, otherwise);
        }

        var addresses = AddressPairs.TryBuild(rules);
        var candidates = CandidateRules.TryBuild(rules, addresses, otherwise);
        if (candidates is not null && AreShort(candidates.BlockCount, candidates.ListCount))
        {
            return candidates.BlockCount > MostNearBlocks && maySplit && Crossed(rules, otherwise) is { } smaller ? smaller : candidates;
        }

        return RecursiveRules.TryBuild(rules, addresses, otherwise)
            ?? (maySplit ? Crossed(rules, otherwise) ?? (RuleTable?)PartedRules.TryBuild(rules, otherwise) : null)
            ?? (RuleTable?)candidates
            ?? new BitVectorRules(rules, otherwise);
    }

    private static CrossProductRules? Crossed(PacketRule[] rules, int otherwise)
    {
        if (CrossProduct.TryBuild(rules) is not { } product || !AreShort(product.BlockCount, product.Lists.Count))
        {
            return null;
        }

        // Each packet is looked up in this one, however short the list of its pair is.
        var everywhere = Best(product.RulesEverywhere(), rules.Length, maySplit: false);
        return ComparesFew(everywhere) ? new CrossProductRules(rules, product, everywhere, otherwise) : null;
    }

    private static bool ComparesFew(RuleTable table) => table switch
    {
        CandidateRules candidates => AreShort(candidates.BlockCount, candidates.ListCount),
        BitVectorRules => false,
        _ => true,
    };

    private static bool AreShort(int blocks, int lists) => blocks <= MostBlocksOfList * lists;
}
