using NetDsl.Model;
using NetDsl.Runtime.Allowances;
using NetDsl.Runtime.Mapping;

namespace NetDsl.Simulation.Measurements;

/// <summary>What was measured in a run, or in several parts of one.</summary>
public sealed record RunMeasurements
{
    /// <summary>How long the run lasted, in virtual time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What became of all packets.</summary>
    public required PacketBalance Packets { get; init; }

    /// <summary>How long answers took.</summary>
    public required LatencyDistribution Latency { get; init; }

    /// <summary>Where packets were dropped and why, the most first.</summary>
    public required EquatableArray<DroppedPackets> Drops { get; init; }

    /// <summary>The longest outage of each pair and traffic, the longest first.</summary>
    public required EquatableArray<PairOutage> Outages { get; init; }

    /// <summary>What happened when.</summary>
    public required MeasurementSeries Series { get; init; }

    /// <summary>What the NAT gateways held when, by path.</summary>
    public required EquatableArray<NatGatewaySeries> NatGateways { get; init; }

    /// <summary>How the nodes that keep flows were used, by zone.</summary>
    public required EquatableArray<FlowStateUse> FlowState { get; init; }

    /// <summary>How instances used their allowances, by path; those that have any.</summary>
    public EquatableArray<AllowanceUse> Allowances { get; init; } = [];

    /// <summary>How hosts found each other; nothing where nothing moves to another host.</summary>
    public MappingUse? Mapping { get; init; }

    /// <summary>The longest outage; nothing when there was none.</summary>
    public PairOutage? LongestOutage => Outages.Count > 0 ? Outages[0] : null;

    /// <summary>Dropped packets by reason, the most first.</summary>
    public EquatableArray<DroppedByCode> DropsByCode => Drops
        .GroupBy(drop => drop.Code)
        .Select(group => new DroppedByCode(group.Key, group.Sum(drop => drop.Packets)))
        .OrderByDescending(drop => drop.Packets)
        .ThenBy(drop => drop.Code)
        .ToEquatableArray();

    /// <summary>
    /// Adds what was measured in another part of the same run. Parts hold different pairs of ends and different gateways; in which order they are merged makes no difference.
    /// </summary>
    /// <param name="other">The other part.</param>
    /// <exception cref="ArgumentException">It lasted longer or shorter.</exception>
    public RunMeasurements Merge(RunMeasurements other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Duration != Duration)
        {
            throw new ArgumentException($"One part lasts {Duration}, the other {other.Duration}; merge parts of one run.", nameof(other));
        }

        return new RunMeasurements
        {
            Duration = Duration,
            Packets = Packets.Merge(other.Packets),
            Latency = Latency.Merge(other.Latency),
            Drops = DroppedPackets.Sum([.. Drops, .. other.Drops]),
            Outages = PairOutage.Longest([.. Outages, .. other.Outages]),
            Series = Series.Merge(other.Series),
            NatGateways = NatGatewaySeries.Sum([.. NatGateways, .. other.NatGateways]),
            FlowState = FlowStateUse.Sum([.. FlowState, .. other.FlowState]),
            Allowances = AllowanceUses.Sum([.. Allowances, .. other.Allowances]),
            Mapping = Mapping is null ? other.Mapping : other.Mapping is null ? Mapping : Mapping.Merge(other.Mapping),
        };
    }
}
