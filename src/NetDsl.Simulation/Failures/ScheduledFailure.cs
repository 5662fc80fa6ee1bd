using System.Globalization;

namespace NetDsl.Simulation.Failures;

/// <summary>Something that fails in a run, and when.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Which: a zone by its name or identifier, everything else by its path or the end of it; a tunnel as <c>connection 1</c>, a node as <c>use1-az1 3</c>.</param>
/// <param name="At">From when on.</param>
/// <param name="Until">Until when; until the end of the run when left out.</param>
public sealed record ScheduledFailure(FailureKind Kind, string Name, TimeSpan At, TimeSpan? Until = null)
{
    /// <summary>Of a line: the share of packets that it loses, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>Of a line: how much longer packets take.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What happens, in words.</summary>
    public override string ToString() => Kind switch
    {
        FailureKind.Line => string.Create(CultureInfo.InvariantCulture, $"line {Name} loses {Loss:0.#%} and takes {Delay.TotalMilliseconds:0.###} ms longer"),
        FailureKind.Maintenance => $"tunnel {Name} is in maintenance",
        FailureKind.Move => $"{Name} moves to another host",
        FailureKind.Drain => $"target {Name} is drained",
        _ => $"{FailureKinds.Text(Kind)} {Name} fails",
    };
}

/// <summary>What can fail.</summary>
public enum FailureKind
{
    /// <summary>An Availability Zone, with all hosts, NAT gateways, load balancer nodes and endpoints in it.</summary>
    Zone,

    /// <summary>An instance with its interfaces, or a host of a site.</summary>
    Host,

    /// <summary>A NAT gateway.</summary>
    NatGateway,

    /// <summary>A node that keeps the state of flows; it is back empty.</summary>
    Node,

    /// <summary>A target that leaves its target groups: no new flow comes to it, and those that it has go on.</summary>
    Drain,

    /// <summary>A tunnel of a VPN connection.</summary>
    Tunnel,

    /// <summary>The device of a site.</summary>
    Device,

    /// <summary>A virtual interface of Direct Connect.</summary>
    VirtualInterface,

    /// <summary>A Direct Connect connection.</summary>
    Connection,

    /// <summary>A Direct Connect location, with all connections there.</summary>
    Location,

    /// <summary>A site with its devices and hosts.</summary>
    Site,

    /// <summary>A line to a site that works, but loses or delays packets: a VPN connection, virtual interface or Connect peer.</summary>
    Line,

    /// <summary>A tunnel whose endpoint the vendor replaces: it says so before, and is away until the end.</summary>
    Maintenance,

    /// <summary>An interface, or an instance with all of its interfaces, that moves to another host at once.</summary>
    Move,
}
