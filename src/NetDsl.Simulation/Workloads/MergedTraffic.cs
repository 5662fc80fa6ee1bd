namespace NetDsl.Simulation.Workloads;

/// <summary>Several sources as one; of what starts at one moment, the first source's comes first.</summary>
/// <param name="sources">The sources.</param>
internal sealed class MergedTraffic(IReadOnlyList<IFlowSource> sources) : IFlowSource
{
    // The one that starts first, and when, as long as nothing has changed: it is asked for with every packet.
    private IFlowSource? next;
    private TimeSpan? nextStart;
    private bool isKnown;

    public TimeSpan? NextStart
    {
        get
        {
            Look();
            return nextStart;
        }
    }

    public FlowPlan Take()
    {
        Look();
        var plan = next!.Take();
        isKnown = false;
        return plan.Ended is not { } ended ? plan : plan with
        {
            // Who calls again when a flow is over may be the next to start.
            Ended = time =>
            {
                ended(time);
                isKnown = false;
            },
        };
    }

    private void Look()
    {
        if (isKnown)
        {
            return;
        }

        (next, nextStart, isKnown) = (null, null, true);
        foreach (var source in sources)
        {
            if (source.NextStart is { } start && (nextStart is null || start < nextStart))
            {
                (next, nextStart) = (source, start);
            }
        }
    }
}
