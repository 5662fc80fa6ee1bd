using NetDsl.Simulation.Routing.Failover;

namespace NetDsl.Simulation.Failures;

/// <summary>A fault between the vendor and sites, and when.</summary>
/// <param name="Fault">What breaks.</param>
/// <param name="At">From when on.</param>
/// <param name="Until">Until when; for good when left out.</param>
/// <param name="IsMaintenance">Whether the vendor replaces its end of a tunnel, and says so before.</param>
internal sealed record LineFailure(NetworkFault Fault, TimeSpan At, TimeSpan? Until, bool IsMaintenance)
{
    public bool IsOn(TimeSpan time) => At <= time && !(Until <= time);
}
