using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>What a device can be set to.</summary>
public sealed record DecisionOptions
{
    /// <summary>Whether it uses all paths together that are equal up to step 9.</summary>
    public bool UsesMultipath { get; init; }

    /// <summary>Whether what was heard first wins before identifiers are compared.</summary>
    public bool PrefersOldest { get; init; }

    /// <summary>Whether discriminators are compared whichever neighbour they came from; vendors call it "always compare MED".</summary>
    public bool ComparesAllMeds { get; init; }
}

/// <summary>Which of two paths is better, and why.</summary>
/// <param name="Order">Below 0 when the first is, above 0 when the second is, 0 when no step tells them apart.</param>
/// <param name="Step">The step that decided; nothing when none did.</param>
public readonly record struct PathComparison(int Order, DecisionStep? Step);

/// <summary>What a device has chosen among several paths; paths are named by their place in the list.</summary>
/// <param name="Best">The path that it uses and tells others of; nothing when the next hop of none can be reached.</param>
/// <param name="Used">All paths that it uses, in the order of the list: the best one, or with multipath those that are as good up to step 9.</param>
/// <param name="LostAt">Of each path the step that ruled it out as the best one; nothing for the best one, and for what no step tells from it.</param>
public sealed record PathChoice(int? Best, EquatableArray<int> Used, EquatableArray<DecisionStep?> LostAt)
{
    /// <summary>The last step that ruled anything out: the one that decided. Nothing when there was nothing to decide.</summary>
    public DecisionStep? DecidedBy => LostAt.Max();
}

/// <summary>
/// How the device of a site chooses among the paths to a prefix. Steps come one after another, and each rules out what is worse than something that is still there. The
/// vendor's own nodes choose differently: see <c>BestPath</c>.
/// </summary>
/// <remarks>
/// Source: RFC 4271, section 9.1, with the steps that vendors have in common beside it; interconnect §7.2 of the specification. Discriminators of different neighbours are
/// not compared, so that of three paths each may beat the next one in pairs. Ruling out within all of them, as the RFC has it, does not depend on their order.
/// </remarks>
/// <param name="options">How the device is set.</param>
public sealed class DecisionProcess(DecisionOptions options)
{
    private static readonly IReadOnlyList<(DecisionStep Step, Comparison<CandidatePath> Compare)> Steps =
    [
        (DecisionStep.NextHop, (one, other) => other.IsNextHopResolvable.CompareTo(one.IsNextHopResolvable)),
        (DecisionStep.Weight, (one, other) => other.Weight.CompareTo(one.Weight)),
        (DecisionStep.LocalPreference, (one, other) => other.LocalPreference.CompareTo(one.LocalPreference)),
        (DecisionStep.LocallyOriginated, (one, other) => other.IsLocallyOriginated.CompareTo(one.IsLocallyOriginated)),
        (DecisionStep.AsPathLength, (one, other) => one.AsPath.Count.CompareTo(other.AsPath.Count)),
        (DecisionStep.Origin, (one, other) => one.Origin.CompareTo(other.Origin)),
        (DecisionStep.Med, (one, other) => (one.Med ?? 0).CompareTo(other.Med ?? 0)),
        (DecisionStep.External, (one, other) => one.IsInternal.CompareTo(other.IsInternal)),
        (DecisionStep.IgpCost, (one, other) => one.IgpCost.CompareTo(other.IgpCost)),
        (DecisionStep.Oldest, (one, other) => one.HeardAt.CompareTo(other.HeardAt)),
        (DecisionStep.RouterId, (one, other) => one.RouterId.CompareTo(other.RouterId)),
        (DecisionStep.PeerAddress, (one, other) => one.Peer.CompareTo(other.Peer)),
    ];

    /// <summary>Compares two paths, as if there were no others.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second.</param>
    public PathComparison Compare(CandidatePath one, CandidatePath other)
    {
        foreach (var (step, compare) in Steps)
        {
            var order = Looks(step, one, other) ? compare(one, other) : 0;
            if (order != 0)
            {
                return new PathComparison(Math.Sign(order), step);
            }
        }

        return new PathComparison(0, null);
    }

    /// <summary>Chooses among the paths to one prefix. The order of the list decides nothing, unless no step tells two paths apart.</summary>
    /// <param name="paths">The paths; none when the prefix is unknown.</param>
    public PathChoice Choose(IReadOnlyList<CandidatePath> paths)
    {
        var lostAt = new DecisionStep?[paths.Count];
        var left = Enumerable.Range(0, paths.Count).ToList();
        foreach (var path in left.Where(path => !paths[path].IsNextHopResolvable))
        {
            lostAt[path] = DecisionStep.NextHop;
        }

        left.RemoveAll(path => lostAt[path] is not null);
        List<int>? equal = null;
        foreach (var (step, compare) in Steps)
        {
            equal ??= step > DecisionStep.Multipath ? left : null;
            if (left.Count < 2)
            {
                continue;
            }

            var worse = left.FindAll(path => left.Exists(other => Looks(step, paths[other], paths[path]) && compare(paths[other], paths[path]) < 0));
            worse.ForEach(path => lostAt[path] = step);
            left = left.FindAll(path => lostAt[path] is null);
        }

        return left.Count == 0
            ? new PathChoice(null, [], [.. lostAt])
            : new PathChoice(left[0], options.UsesMultipath ? [.. equal!] : [left[0]], [.. lostAt]);
    }

    /// <summary>All paths from the best to the worst: each is the best of those that are left. What cannot be reached comes last.</summary>
    /// <param name="paths">The paths.</param>
    /// <returns>Their places in the list.</returns>
    public IReadOnlyList<int> Rank(IReadOnlyList<CandidatePath> paths)
    {
        var left = Enumerable.Range(0, paths.Count).ToList();
        var ranked = new List<int>();
        while (left.Count > 0)
        {
            // Where nothing can be reached, the other steps say what would be used first.
            var choice = Choose([.. left.Select(path => paths[path])]);
            var best = choice.Best ?? Choose([.. left.Select(path => paths[path] with { IsNextHopResolvable = true })]).Best!.Value;
            ranked.Add(left[best]);
            left.RemoveAt(best);
        }

        return ranked;
    }

    private bool Looks(DecisionStep step, CandidatePath one, CandidatePath other) => step switch
    {
        DecisionStep.Med => options.ComparesAllMeds || one.HasNeighbourOf(other),
        DecisionStep.Oldest => options.PrefersOldest,
        _ => true,
    };
}
