namespace NetDsl.Runtime.FlowLogs;

/// <summary>The window that records add up in, as time goes on. Every packet asks, so that nothing is divided but when a window ends.</summary>
/// <param name="start">The moment that times are counted from.</param>
/// <param name="length">The length of a window, in whole seconds.</param>
internal sealed class FlowLogClock(DateTimeOffset start, TimeSpan length)
{
    private readonly long seconds = (long)length.TotalSeconds;
    private readonly long startTicks = start.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>Unix time of the first second of the window in progress.</summary>
    public long First { get; private set; } = start.ToUnixTimeSeconds() / (long)length.TotalSeconds * (long)length.TotalSeconds;

    /// <summary>Unix time of its last second.</summary>
    public long Last => First + seconds - 1;

    /// <summary>Unix time in whole seconds.</summary>
    public long SecondOf(TimeSpan time) => (startTicks + time.Ticks) / TimeSpan.TicksPerSecond;

    /// <summary>Whether the window in progress has ended by then.</summary>
    public bool IsBehind(TimeSpan time) => SecondOf(time) > Last;

    /// <summary>The next window begins.</summary>
    public void Next() => First += seconds;
}
