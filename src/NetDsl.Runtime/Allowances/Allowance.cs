namespace NetDsl.Runtime.Allowances;

/// <summary>
/// What an instance may use of its network: what is above it waits, and is dropped when too much waits already. Types that go "up to" a rate save what they leave unused, and spend it
/// above their baseline. Source: "Monitor network performance for your EC2 instance" and "Amazon EC2 instance network bandwidth"; of foundation §6.5.
/// </summary>
/// <param name="baseline">What there is in a second, in packets or bits.</param>
/// <param name="peak">What there is in a second while something is saved; the baseline where nothing can be.</param>
/// <param name="credit">How much can be saved; all of it is there at launch.</param>
/// <param name="longestWait">How long something waits before more is dropped.</param>
public sealed class Allowance(double baseline, double peak, double credit, TimeSpan longestWait)
{
    private readonly double mostSaved = credit;
    private double saved = credit;
    private TimeSpan seen;

    // When what waits is through, in ticks: a packet may take less than one.
    private double free;

    /// <summary>How often something waited or was dropped: the counter <c>…_allowance_exceeded</c>.</summary>
    public long Exceeded { get; private set; }

    /// <summary>How often something was dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>What is saved.</summary>
    public double Saved => saved;

    /// <summary>Whether nothing waits at a time, and all is saved that can be: as if it had never been used.</summary>
    /// <param name="time">When; not before the last time.</param>
    internal bool IsUnusedAt(TimeSpan time) => free <= time.Ticks && saved >= mostSaved;

    /// <summary>Uses some of it.</summary>
    /// <param name="amount">How much: one packet, or the bits of one.</param>
    /// <param name="time">When; not before the last time.</param>
    /// <returns>How long it waits; nothing when it is dropped.</returns>
    public TimeSpan? Use(double amount, TimeSpan time)
    {
        // What was left unused of the baseline is saved.
        var idle = time.Ticks - Math.Max(free, seen.Ticks);
        if (idle > 0)
        {
            saved = Math.Min(mostSaved, saved + (baseline * idle / TimeSpan.TicksPerSecond));
        }

        seen = time;
        var start = Math.Max(free, time.Ticks);
        var wait = start - time.Ticks;
        if (wait > longestWait.Ticks)
        {
            Exceeded++;
            Dropped++;
            return null;
        }

        // At the peak, what is above the baseline is taken from what is saved, as far as that goes.
        var above = amount * (1 - (baseline / peak));
        var share = above > saved ? saved / above : 1;
        saved = Math.Max(0, saved - (above * share));
        free = start + (amount * TimeSpan.TicksPerSecond * ((share / peak) + ((1 - share) / baseline)));
        Exceeded += wait > 0 ? 1 : 0;
        return TimeSpan.FromTicks((long)Math.Round(wait));
    }
}
