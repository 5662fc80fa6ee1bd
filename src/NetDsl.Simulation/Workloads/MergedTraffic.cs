namespace NetDsl.Simulation.Workloads;

/// <summary>Several sources as one; of what starts at one moment, the first source's comes first.</summary>
/// <param name="sources">The sources.</param>
internal sealed class MergedTraffic(IReadOnlyList<IFlowSource> sources) : IFlowSource
{
    // The one that starts first, as long as nothing has changed.
    private IFlowSource? next;

    public TimeSpan? NextStart => (next ??= First())?.NextStart;

    public FlowPlan Take()
    {
        var plan = (next ?? First())!.Take();
        next = null;
        return plan.Ended is not { } ended ? plan : plan with
        {
            // Who calls again when a flow is over may be the next to start.
            Ended = time =>
            {
                ended(time);
                next = null;
            },
        };
    }

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
