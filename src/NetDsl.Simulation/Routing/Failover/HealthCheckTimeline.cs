namespace NetDsl.Simulation.Routing.Failover;

/// <summary>
/// How long a dead endpoint goes on getting new flows, where health checks look after it: an accelerator's, or names of a resolver, which clients keep. Source: interconnect §7.6
/// of the specification; "Health checks for AWS Global Accelerator" and "How Route 53 determines whether a health check is healthy".
/// </summary>
/// <param name="Interval">Between two checks.</param>
/// <param name="Threshold">How many have to fail in a row.</param>
/// <param name="TimeToLive">How long clients keep the answer of a resolver; zero where there is none.</param>
public sealed record HealthCheckTimeline(TimeSpan Interval, int Threshold, TimeSpan TimeToLive)
{
    /// <summary>An accelerator: every thirty seconds, three times.</summary>
    public static HealthCheckTimeline Accelerator { get; } = new(TimeSpan.FromSeconds(30), 3, TimeSpan.Zero);

    /// <summary>Names with a time to live of a minute, checked as often.</summary>
    public static HealthCheckTimeline Names { get; } = new(TimeSpan.FromSeconds(30), 3, TimeSpan.FromSeconds(60));

    /// <summary>After how long the endpoint is known to be dead.</summary>
    /// <param name="sinceCheck">How long before its death the last check was; below the interval.</param>
    public TimeSpan Detected(TimeSpan sinceCheck) => (Interval * Threshold) - sinceCheck;

    /// <summary>After how long no new flow comes to it any more, of clients that do as they are told.</summary>
    /// <param name="sinceCheck">How long before its death the last check was.</param>
    public TimeSpan Drained(TimeSpan sinceCheck) => Detected(sinceCheck) + TimeToLive;
}
