namespace NetDsl.Simulation.Performance;

/// <summary>
/// How an instance reaches its network card. The vendor says which is faster and steadier, and by what it is bounded; the times are a model. Source: foundation §6.5, "Enhanced
/// networking", of the specification.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="HostTime">How long a packet takes through the host, at either end.</param>
/// <param name="Spread">How much that varies: the sigma of a lognormal factor.</param>
/// <param name="PacketsPerSecond">How many packets it takes, in both directions together.</param>
/// <param name="BitsPerSecond">How much it carries, in each direction.</param>
public sealed record InterfaceMode(string Name, TimeSpan HostTime, double Spread, double PacketsPerSecond, double BitsPerSecond)
{
    /// <summary>What is added at either end while less than half of its packets are used.</summary>
    public TimeSpan LightLoadTime { get; init; }

    /// <summary>The largest factor by which the time through the host varies: that of one packet in a thousand where the tail is cut, else none.</summary>
    public double LargestFactor { get; init; } = double.PositiveInfinity;

    /// <summary>An emulated card: the hypervisor copies every packet.</summary>
    public static InterfaceMode Paravirtual { get; } = new("Paravirtual", TimeSpan.FromMicroseconds(40), 0.60, 100_000, 1e9);

    /// <summary>SR-IOV with the Intel 82599.</summary>
    public static InterfaceMode Sriov82599 { get; } = new("SR-IOV 82599", TimeSpan.FromMicroseconds(12), 0.30, 1_000_000, 10e9);

    /// <summary>SR-IOV with the Elastic Network Adapter.</summary>
    public static InterfaceMode Ena { get; } = new("ENA", TimeSpan.FromMicroseconds(8), 0.20, 2_000_000, 100e9);

    /// <summary>The same with ENA Express, which evens times out and takes longer when there is little to do.</summary>
    public static InterfaceMode EnaExpress { get; } = new("ENA Express", TimeSpan.FromMicroseconds(8), 0.08, 2_000_000, 100e9)
    {
        LightLoadTime = TimeSpan.FromMicroseconds(20),
        LargestFactor = Math.Exp(0.08 * 3.09),
    };

    /// <summary>All of them, the slowest first.</summary>
    public static IReadOnlyList<InterfaceMode> All { get; } = [Paravirtual, Sriov82599, Ena, EnaExpress];
}

/// <summary>How far two instances are apart: one way, without what hosts take.</summary>
public static class NetworkDistance
{
    /// <summary>On one host.</summary>
    public static TimeSpan SameHost { get; } = TimeSpan.FromMicroseconds(5);

    /// <summary>In a cluster placement group.</summary>
    public static TimeSpan PlacementGroup { get; } = TimeSpan.FromMicroseconds(10);

    /// <summary>In one zone.</summary>
    public static TimeSpan SameZone { get; } = TimeSpan.FromMicroseconds(40);

    /// <summary>In two zones of a region.</summary>
    public static TimeSpan OtherZone { get; } = TimeSpan.FromMicroseconds(350);

    /// <summary>In two regions.</summary>
    /// <param name="kilometres">The length of the fibre.</param>
    public static TimeSpan OtherRegion(double kilometres) => TimeSpan.FromMicroseconds(500 + (5 * kilometres));
}
