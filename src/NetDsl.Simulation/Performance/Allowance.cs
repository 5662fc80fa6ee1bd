namespace NetDsl.Simulation.Performance;

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
    private TimeSpan free;

    /// <summary>How often something waited or was dropped: the counter <c>…_allowance_exceeded</c>.</summary>
    public long Exceeded { get; private set; }

    /// <summary>How often something was dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>What is saved.</summary>
    public double Saved => saved;

    /// <summary>Uses some of it.</summary>
    /// <param name="amount">How much: one packet, or the bits of one.</param>
    /// <param name="time">When; not before the last time.</param>
    /// <returns>How long it waits; nothing when it is dropped.</returns>
    public TimeSpan? Use(double amount, TimeSpan time)
    {
        // What was left unused of the baseline is saved.
        var idle = time - (free > seen ? free : seen);
        if (idle > TimeSpan.Zero)
        {
            saved = Math.Min(mostSaved, saved + (baseline * idle.TotalSeconds));
        }

        seen = time;
        var start = free > time ? free : time;
        if (start - time > longestWait)
        {
            Exceeded++;
            Dropped++;
            return null;
        }

        // Above the baseline it is taken from what is saved.
        var rate = saved > 0 ? peak : baseline;
        saved = Math.Max(0, saved - (rate > baseline ? amount * (1 - (baseline / rate)) : 0));
        free = start + TimeSpan.FromSeconds(amount / rate);
        Exceeded += start > time ? 1 : 0;
        return start - time;
    }
}
