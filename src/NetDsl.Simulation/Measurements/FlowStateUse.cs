using NetDsl.Model;
using NetDsl.Runtime.FlowState;

namespace NetDsl.Simulation.Measurements;

/// <summary>How the nodes of a zone that keep flows were used.</summary>
/// <param name="ZoneId">The zone, such as <c>use1-az1</c>.</param>
/// <param name="Committed">Flows that were written to them.</param>
/// <param name="TakenOver">Flows that went on at their second node when the first was lost.</param>
/// <param name="Forgotten">Flows that were lost with their nodes.</param>
/// <param name="Overloaded">Packets that a node had no room for.</param>
/// <param name="Waited">How long packets waited for the state of their flows, all together.</param>
public sealed record FlowStateUse(string ZoneId, long Committed, long TakenOver, long Forgotten, long Overloaded, TimeSpan Waited)
{
    internal static FlowStateUse Of(FlowStateCell cell) =>
        new(cell.ZoneId, cell.Committed, cell.TakenOver, cell.Forgotten, cell.Overloaded, cell.Waited);

    /// <summary>By zone; what two say of one zone is added. Zones without a flow are left out.</summary>
    internal static EquatableArray<FlowStateUse> Sum(IEnumerable<FlowStateUse> uses) => uses
        .Where(use => use is not { Committed: 0, Overloaded: 0 })
        .GroupBy(use => use.ZoneId)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Aggregate((one, other) => new FlowStateUse(
            group.Key,
            one.Committed + other.Committed,
            one.TakenOver + other.TakenOver,
            one.Forgotten + other.Forgotten,
            one.Overloaded + other.Overloaded,
            one.Waited + other.Waited)))
        .ToEquatableArray();
}
