using NetDsl.Model;

namespace NetDsl.Simulation.Measurements;

/// <summary>What happened in each of at most 240 equal parts of the virtual time of a run; the last part may be shorter.</summary>
/// <param name="Width">How long a part is.</param>
/// <param name="Parts">The parts, in order.</param>
public sealed record MeasurementSeries(TimeSpan Width, EquatableArray<MeasuredPart> Parts)
{
    /// <summary>The most parts.</summary>
    public const int MostParts = 240;

    // Widths that people read easily.
    private static readonly TimeSpan[] Widths =
    [
        .. from decade in Enumerable.Range(0, 5) from digit in (int[])[1, 2, 5] select TimeSpan.FromMicroseconds(digit * Math.Pow(10, decade)),
        .. from milliseconds in (int[])[100, 200, 500] select TimeSpan.FromMilliseconds(milliseconds),
        .. from seconds in (int[])[1, 2, 5, 10, 15, 30] select TimeSpan.FromSeconds(seconds),
        .. from minutes in (int[])[1, 2, 5, 10, 15, 30] select TimeSpan.FromMinutes(minutes),
        .. from hours in (int[])[1, 2, 3, 6, 12] select TimeSpan.FromHours(hours),
    ];

    /// <summary>Where a part begins.</summary>
    /// <param name="part">Its number, from 0.</param>
    public TimeSpan StartOf(int part) => Width * part;

    internal static TimeSpan WidthFor(TimeSpan duration) =>
        Widths.FirstOrDefault(width => width * MostParts >= duration, TimeSpan.FromDays(Math.Ceiling(duration.TotalDays / MostParts)));

    internal static int PartsOf(TimeSpan duration) => (int)Math.Ceiling(duration / WidthFor(duration));

    internal MeasurementSeries Merge(MeasurementSeries other) =>
        new(Width, Parts.Zip(other.Parts, (part, otherPart) => part.Merge(otherPart)).ToEquatableArray());
}

/// <summary>What happened in a part of a run. A packet belongs to the time at which it was sent, an answered request to that of its answer.</summary>
/// <param name="Opened">Flows whose first packet was sent.</param>
/// <param name="Established">Flows that were answered.</param>
/// <param name="Blocked">Flows that were given up.</param>
/// <param name="Delivered">Packets that came through, or left the network.</param>
/// <param name="Dropped">Packets that were dropped.</param>
/// <param name="Bytes">Bytes that were sent.</param>
/// <param name="Latency">How long answers took.</param>
public sealed record MeasuredPart(long Opened, long Established, long Blocked, long Delivered, long Dropped, long Bytes, LatencyDistribution Latency)
{
    /// <summary>The share of packets that were dropped, 0 to 1; nothing when none was sent.</summary>
    public double? Loss => Delivered + Dropped == 0 ? null : (double)Dropped / (Delivered + Dropped);

    internal static MeasuredPart Nothing { get; } = new(0, 0, 0, 0, 0, 0, LatencyDistribution.Empty);

    internal MeasuredPart Merge(MeasuredPart other) => new(
        Opened + other.Opened,
        Established + other.Established,
        Blocked + other.Blocked,
        Delivered + other.Delivered,
        Dropped + other.Dropped,
        Bytes + other.Bytes,
        Latency.Merge(other.Latency));
}
