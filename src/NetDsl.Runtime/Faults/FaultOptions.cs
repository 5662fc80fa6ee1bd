using NetDsl.Model;

namespace NetDsl.Runtime.Faults;

/// <summary>What fails in a network in operation, and when. Times are those of the packets.</summary>
public sealed record FaultOptions
{
    /// <summary>Hosts, NAT gateways and other machines that are down or drained.</summary>
    public EquatableArray<HolderOutage> Outages { get; init; } = [];

    /// <summary>Lines to sites that lose or delay packets.</summary>
    public EquatableArray<CircuitFault> Circuits { get; init; } = [];

    /// <summary>How load balancers look after their targets, and names after the nodes of load balancers .</summary>
    public HealthCheckOptions TargetChecks { get; init; } = HealthCheckOptions.TargetGroup;

    /// <summary>How accelerators look after instances and addresses; of load balancers they know what those know themselves (interconnect §4).</summary>
    public HealthCheckOptions EndpointChecks { get; init; } = HealthCheckOptions.EndpointGroup;

    /// <summary>How long clients keep the addresses that a name was answered with .</summary>
    public TimeSpan NamesKept { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where losses come from, and when the first checks begin.</summary>
    public ulong Seed { get; init; } = 1;

    internal bool IsEmpty => Outages.Count == 0 && Circuits.Count == 0;
}

/// <summary>A machine that is down for a while, with everything on it: what it would send, take or translate is lost.</summary>
/// <param name="Holder">Which, an entry of the graph's holder table.</param>
/// <param name="At">From when on.</param>
/// <param name="Until">Until when; for good when left out.</param>
public sealed record HolderOutage(int Holder, TimeSpan At, TimeSpan? Until = null)
{
    /// <summary>Whether it only leaves its target groups: no new flow comes to it, and those that it has go on .</summary>
    public bool IsDraining { get; init; }
}

/// <summary>A line to a site that is not as it should be.</summary>
/// <param name="Circuit">The path of the VPN connection, virtual interface or Connect peer.</param>
/// <param name="At">From when on.</param>
/// <param name="Until">Until when; for good when left out.</param>
public sealed record CircuitFault(string Circuit, TimeSpan At, TimeSpan? Until = null)
{
    /// <summary>The share of packets that is lost, 0 to 1; all when left out.</summary>
    public double Loss { get; init; } = 1;

    /// <summary>How much longer packets take.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether packets to the site are concerned.</summary>
    public bool ToSite { get; init; } = true;

    /// <summary>Whether packets from the site are concerned.</summary>
    public bool FromSite { get; init; } = true;
}
