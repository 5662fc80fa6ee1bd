namespace NetDsl.Simulation.Workloads;

/// <summary>Several sources as one; of what starts at one moment, the first source's comes first.</summary>
/// <param name="sources">The sources.</param>
internal sealed class MergedTraffic(IReadOnlyList<IFlowSource> sources) : IFlowSource
{
    public TimeSpan? NextStart => First()?.NextStart;

    public FlowPlan Take() => First()!.Take();

    private IFlowSource? First()
    {
        IFlowSource? first = null;
        TimeSpan? earliest = null;
        foreach (var source in sources)
        {
            if (source.NextStart is { } start && (earliest is null || start < earliest))
            {
                (first, earliest) = (source, start);
            }
        }

        return first;
    }
}
