namespace NetDsl.Runtime.FlowLogs;

/// <summary>The windows that records add up in, as time goes on. Every packet asks, so that nothing is divided twice.</summary>
/// <param name="start">The moment that times are counted from.</param>
/// <param name="length">The length of a window, in whole seconds.</param>
/// <param name="close">Takes what the window in progress has come to, before the next one begins.</param>
internal sealed class FlowLogClock(DateTimeOffset start, TimeSpan length, Action close)
{
    private readonly long seconds = (long)length.TotalSeconds;
    private readonly long startTicks = start.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>Unix time of the first second of the window in progress.</summary>
    public long First { get; private set; } = start.ToUnixTimeSeconds() / (long)length.TotalSeconds * (long)length.TotalSeconds;

    /// <summary>Unix time of its last second.</summary>
    public long Last => First + seconds - 1;

    /// <summary>Closes every window that ends until then; answers with that time in whole seconds of Unix time.</summary>
    public long Reach(TimeSpan time)
    {
        var second = (startTicks + time.Ticks) / TimeSpan.TicksPerSecond;
        while (second > Last)
        {
            Close();
        }

        return second;
    }

    /// <summary>Closes the window in progress.</summary>
    public void Close()
    {
        close();
        First += seconds;
    }
}
