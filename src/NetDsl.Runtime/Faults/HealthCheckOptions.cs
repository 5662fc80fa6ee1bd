namespace NetDsl.Runtime.Faults;

/// <summary>How something is looked after: single checks, one after the other, from a moment on that the seed says.</summary>
/// <param name="Interval">Between the beginnings of two checks; above zero.</param>
/// <param name="Unhealthy">How many have to fail in a row; at least 1.</param>
/// <param name="Healthy">How many have to come through in a row; at least 1.</param>
/// <param name="Timeout">After how long a check that nothing answers counts as failed; not longer than the interval.</param>
public sealed record HealthCheckOptions(TimeSpan Interval, int Unhealthy, int Healthy, TimeSpan Timeout)
{
    /// <summary>A target group over TCP: every thirty seconds, unhealthy by two, healthy by five, ten seconds each. Source: "Health checks for Network Load Balancer target groups".</summary>
    public static HealthCheckOptions TargetGroup { get; } = new(TimeSpan.FromSeconds(30), 2, 5, TimeSpan.FromSeconds(10));

    /// <summary>
    /// An endpoint group of an accelerator: every thirty seconds, unhealthy by three, and healthy by the next that comes through; that a check fails is known at once, as the vendor counts interval times
    /// threshold. Source: "Health checks for AWS Global Accelerator"; interconnect §4 and §7.6.
    /// </summary>
    public static HealthCheckOptions EndpointGroup { get; } = new(TimeSpan.FromSeconds(30), 3, 1, TimeSpan.Zero);
}
