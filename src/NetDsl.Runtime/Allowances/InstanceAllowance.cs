using NetDsl.Model;

namespace NetDsl.Runtime.Allowances;

/// <summary>
/// What an instance may use of its network. What is above waits, and is dropped when it would wait too long. Source: "Amazon EC2 instance network bandwidth" and "Monitor network performance for your EC2
/// instance"; R-6.26 to R-6.30 of foundation §6.5.
/// </summary>
public sealed record InstanceAllowance
{
    /// <summary>What one flow has in a second, in bits, where nothing better applies .</summary>
    public const double FlowRate = 5e9;

    /// <summary>The same between two instances of one cluster placement group.</summary>
    public const double FlowRateInPlacementGroup = 10e9;

    /// <summary>The same between two instances with ENA Express in one zone.</summary>
    public const double FlowRateOfEnaExpress = 25e9;

    /// <summary>Bits in a second, in each direction; not bounded when left out. Of types that go "up to" a rate, the baseline.</summary>
    public double? BitsPerSecond { get; init; }

    /// <summary>What types that go "up to" a rate go up to while something is saved; the baseline when left out .</summary>
    public double? PeakBitsPerSecond { get; init; }

    /// <summary>For how long what is saved lasts at the peak; all of it is there at launch, in each direction. Not published, a model.</summary>
    public TimeSpan PeakLasts { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Packets in a second, in both directions together; not bounded when left out.</summary>
    public double? PacketsPerSecond { get; init; }

    /// <summary>How many connections its security groups track; not bounded when left out.</summary>
    public int? Connections { get; init; }

    /// <summary>Bits in a second through an internet gateway, in each direction; not bounded when left out .</summary>
    public double? InternetBitsPerSecond { get; init; }

    /// <summary>Bits in a second of one flow; by when left out.</summary>
    public double? FlowBitsPerSecond { get; init; }

    /// <summary>Its cluster placement group; in none when left out.</summary>
    public string? PlacementGroup { get; init; }

    /// <summary>Whether it has ENA Express.</summary>
    public bool UsesEnaExpress { get; init; }

    /// <summary>How long something waits before more is dropped; not published, a model.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>What an instance has through an internet gateway: from 32 vCPUs on half of its bandwidth, 5 Gbit/s at least; with fewer 5 Gbit/s .</summary>
    /// <param name="processors">Its vCPUs.</param>
    /// <param name="bitsPerSecond">Its bandwidth.</param>
    /// <returns>Bits in a second.</returns>
    public static double InternetRate(int processors, double bitsPerSecond)
    {
        const int Large = 32;
        return processors >= Large ? Math.Max(bitsPerSecond / 2, FlowRate) : FlowRate;
    }
}

/// <summary>The allowances of the instances of a network.</summary>
public sealed record AllowanceOptions
{
    /// <summary>The instances that have any; an interface is of one at most.</summary>
    public EquatableArray<AllowedInstance> Instances { get; init; } = [];

    /// <summary>How often an interface may ask services of its host in a second. It counts for interfaces of these instances.</summary>
    public int LinkLocalPacketsPerSecond { get; init; } = 1024;

    internal bool IsEmpty => Instances.Count == 0;
}

/// <summary>An instance and what it may use, with all of its interfaces together.</summary>
/// <param name="Name">What reports call it: its path.</param>
/// <param name="Holders">Its interfaces, entries of the graph's holder table.</param>
/// <param name="Allowance">What it may use.</param>
public sealed record AllowedInstance(string Name, EquatableArray<int> Holders, InstanceAllowance Allowance);

/// <summary>How an instance has used its allowances: the counters that the vendor's driver has, and by what it calls them. Source: "Monitor network performance for your EC2 instance".</summary>
/// <param name="Instance">Its path.</param>
/// <param name="BandwidthIn">Packets that came and waited or were dropped for their bits: <c>bw_in_allowance_exceeded</c>.</param>
/// <param name="BandwidthOut">Packets that left and waited or were dropped for their bits: <c>bw_out_allowance_exceeded</c>.</param>
/// <param name="Packets">Packets that waited or were dropped for their number: <c>pps_allowance_exceeded</c>.</param>
/// <param name="Connections">Packets that were dropped because no further connection is tracked: <c>conntrack_allowance_exceeded</c>.</param>
/// <param name="LinkLocal">Packets to services of the host that were dropped: <c>linklocal_allowance_exceeded</c>.</param>
/// <param name="ConnectionsLeft">How many further connections would be tracked: <c>conntrack_allowance_available</c>; nothing where they are not bounded.</param>
public sealed record AllowanceUse(string Instance, long BandwidthIn, long BandwidthOut, long Packets, long Connections, long LinkLocal, int? ConnectionsLeft)
{
    /// <summary>Whether anything was above.</summary>
    public bool IsExceeded => this is not { BandwidthIn: 0, BandwidthOut: 0, Packets: 0, Connections: 0, LinkLocal: 0 };
}
