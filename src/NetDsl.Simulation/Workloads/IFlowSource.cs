namespace NetDsl.Simulation.Workloads;

/// <summary>Where the flows of a run come from, in the order in which they start.</summary>
internal interface IFlowSource
{
    /// <summary>
    /// When the next flow starts; nothing while none is to come, or none before a flow in progress is over. It changes when a flow is taken, and when one that was taken ends.
    /// </summary>
    TimeSpan? NextStart { get; }

    /// <summary>The next flow.</summary>
    FlowPlan Take();
}
