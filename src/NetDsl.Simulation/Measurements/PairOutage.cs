using NetDsl.Model;

namespace NetDsl.Simulation.Measurements;

/// <summary>
/// A time in which nothing came through from one end to another: from the first lost packet to the next that is delivered. What never comes through at all is no outage, but
/// forbidden.
/// </summary>
/// <param name="From">Who sent: the path of an element, or <c>internet</c>.</param>
/// <param name="To">Who was meant: the path of an element, or <c>internet</c>.</param>
/// <param name="Traffic">What their flows are for, such as <c>tcp/443</c>.</param>
/// <param name="IsReply">Whether it was the answers that did not come through.</param>
/// <param name="Start">When the first packet that was lost was sent, in virtual time.</param>
/// <param name="End">When the next one that came through was sent; the end of the run when none did.</param>
/// <param name="IsOver">Whether one came through again.</param>
public sealed record PairOutage(string From, string To, string Traffic, bool IsReply, TimeSpan Start, TimeSpan End, bool IsOver)
{
    /// <summary>How long it lasted.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Of each pair and traffic the longest, the first of equal ones; the longest first.</summary>
    internal static EquatableArray<PairOutage> Longest(IEnumerable<PairOutage> outages) => InOrder(outages)
        .DistinctBy(outage => (outage.From, outage.To, outage.Traffic, outage.IsReply))
        .ToEquatableArray();

    private static IEnumerable<PairOutage> InOrder(IEnumerable<PairOutage> outages) => outages
        .OrderByDescending(outage => outage.Duration)
        .ThenBy(outage => outage.Start)
        .ThenBy(outage => outage.From, StringComparer.Ordinal)
        .ThenBy(outage => outage.To, StringComparer.Ordinal)
        .ThenBy(outage => outage.Traffic, StringComparer.Ordinal)
        .ThenBy(outage => outage.IsReply)
        .ThenBy(outage => outage.IsOver);
}
