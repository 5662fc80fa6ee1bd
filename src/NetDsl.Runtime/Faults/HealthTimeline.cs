namespace NetDsl.Runtime.Faults;

/// <summary>When something that fails for a while counts as unhealthy, as single checks find it.</summary>
internal sealed class HealthTimeline
{
    private readonly List<(TimeSpan From, TimeSpan? Until)> spans = [];

    /// <summary>Makes all checks that can find something else than the one before.</summary>
    /// <param name="outages">When it is down.</param>
    /// <param name="checks">How it is looked after.</param>
    /// <param name="phase">When the first check begins.</param>
    public HealthTimeline(IEnumerable<(TimeSpan At, TimeSpan? Until)> outages, HealthCheckOptions checks, TimeSpan phase)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(checks.Interval, TimeSpan.Zero, nameof(checks));
        ArgumentOutOfRangeException.ThrowIfLessThan(checks.Unhealthy, 1, nameof(checks));
        ArgumentOutOfRangeException.ThrowIfLessThan(checks.Healthy, 1, nameof(checks));
        ArgumentOutOfRangeException.ThrowIfLessThan(checks.Timeout, TimeSpan.Zero, nameof(checks));
        var down = outages.OrderBy(outage => outage.At).ToList();
        var isHealthy = true;
        var inARow = 0;
        TimeSpan? next = down.Count > 0 ? First(down[0].At) : null;
        while (next is { } time)
        {
            var isDown = down.Exists(outage => outage.At <= time && !(outage.Until <= time));
            inARow = isDown == isHealthy ? inARow + 1 : 0;
            if (isHealthy && inARow == checks.Unhealthy)
            {
                spans.Add((time + checks.Timeout, null));
                (isHealthy, inARow) = (false, 0);
            }
            else if (!isHealthy && inARow == checks.Healthy)
            {
                // What came through before a last failure was told has never been out.
                spans[^1] = (spans[^1].From, time > spans[^1].From ? time : spans[^1].From);
                (isHealthy, inARow) = (true, 0);
            }

            // Nothing new is found before the next change, unless something is being counted.
            next = inARow > 0 ? time + checks.Interval : Change(down, time) is { } change ? First(change) : null;
        }

        TimeSpan First(TimeSpan from) => from <= phase ? phase : phase + (checks.Interval * Math.Ceiling((from - phase) / checks.Interval));
    }

    /// <summary>When it counts as unhealthy; to the end where nothing is said.</summary>
    public IReadOnlyList<(TimeSpan From, TimeSpan? Until)> Spans => spans;

    /// <summary>Whether it counts as unhealthy at a time.</summary>
    public bool IsUnhealthy(TimeSpan time)
    {
        foreach (var (from, until) in spans)
        {
            if (from <= time && !(until <= time))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When something goes down or comes back, after a time.</summary>
    private static TimeSpan? Change(List<(TimeSpan At, TimeSpan? Until)> down, TimeSpan after)
    {
        TimeSpan? first = null;
        foreach (var (at, until) in down)
        {
            first = at > after && !(at >= first) ? at : first;
            first = until > after && !(until >= first) ? until : first;
        }

        return first;
    }
}
