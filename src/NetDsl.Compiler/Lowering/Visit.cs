using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>A place that a walk has met, with what it met before: a walk that forks goes on from the same list.</summary>
/// <param name="place">A route table or a site.</param>
/// <param name="sourceVpc">The VPC of the packet's source there.</param>
/// <param name="before">What was met before.</param>
internal sealed class Visit(ElementId place, ElementId? sourceVpc, Visit? before)
{
    private readonly ElementId place = place;
    private readonly ElementId? sourceVpc = sourceVpc;
    private readonly Visit? before = before;

    /// <summary>Whether the place was met with that source. Paths are short, so that looking through them is cheap.</summary>
    public static bool Contains(Visit? last, ElementId place, ElementId? sourceVpc)
    {
        for (var visit = last; visit is not null; visit = visit.before)
        {
            if (visit.place == place && visit.sourceVpc == sourceVpc)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places that were met, the last one first.</summary>
    public static IEnumerable<ElementId> Places(Visit? last)
    {
        for (var visit = last; visit is not null; visit = visit.before)
        {
            yield return visit.place;
        }
    }
}
