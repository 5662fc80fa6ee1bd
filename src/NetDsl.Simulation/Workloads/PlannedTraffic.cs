namespace NetDsl.Simulation.Workloads;

/// <summary>Flows that are all known before.</summary>
/// <param name="plans">The flows in the order in which they start.</param>
internal sealed class PlannedTraffic(IReadOnlyList<FlowPlan> plans) : IFlowSource
{
    private int next;

    public TimeSpan? NextStart => next < plans.Count ? plans[next].Start : null;

    public FlowPlan Take() => plans[next++];
}
