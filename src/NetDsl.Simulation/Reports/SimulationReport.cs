using NetDsl.Model;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Simulation;

/// <summary>What happened in a simulation.</summary>
public sealed record SimulationReport
{
    /// <summary>The name of the topology.</summary>
    public required string Network { get; init; }

    /// <summary>The seed that repeats it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>When it started, in virtual time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it lasted, in virtual time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Flows whose first packet was sent.</summary>
    public required long Attempted { get; init; }

    /// <summary>Flows that were answered.</summary>
    public required long Established { get; init; }

    /// <summary>Flows that were given up because nothing came through.</summary>
    public required long Blocked { get; init; }

    /// <summary>Flows that were neither when time was up.</summary>
    public long Unfinished => Attempted - Established - Blocked;

    /// <summary>Blocked flows by reason, the most frequent first.</summary>
    public required EquatableArray<BlockedFlows> BlockedByCode { get; init; }

    /// <summary>Packets sent.</summary>
    public required long Packets { get; init; }

    /// <summary>Packets of these that did not arrive.</summary>
    public required long DroppedPackets { get; init; }

    /// <summary>Bytes sent.</summary>
    public required long Bytes { get; init; }

    /// <summary>Who spoke to whom, by the names of both.</summary>
    public required EquatableArray<EndpointPair> Pairs { get; init; }

    /// <summary>How the NAT gateways were used.</summary>
    public required EquatableArray<NatGatewayReport> NatGateways { get; init; }

    /// <summary>Latency, loss, and what happened when.</summary>
    public required RunMeasurements Measurements { get; init; }

    /// <summary>What failed or moved while it ran, by time.</summary>
    public required EquatableArray<FailureMark> Failures { get; init; }

    /// <summary>What happened at lines to sites, in order: their BGP sessions and tunnels, and the routes of each end. Nothing where none fails.</summary>
    public EquatableArray<RunEvent> Events { get; init; } = [];

    /// <summary>The flow-log files written, relative to the output folder.</summary>
    public required EquatableArray<string> FlowLogFiles { get; init; }

    /// <summary>How many records they hold.</summary>
    public required long FlowLogRecords { get; init; }

    /// <summary>How each flow log fared, of VPCs and of what was asked for of transit gateways; nothing when none are kept.</summary>
    public EquatableArray<FlowLogState> FlowLogs { get; init; } = [];
}

/// <summary>Flows that were blocked for one reason.</summary>
/// <param name="Code">Why the first packet that was lost was lost.</param>
/// <param name="Flows">How many.</param>
public sealed record BlockedFlows(DropCode Code, long Flows)
{
    /// <summary>Those of one reason as one; the most first.</summary>
    internal static EquatableArray<BlockedFlows> Sum(IEnumerable<BlockedFlows> blocked) => blocked
        .GroupBy(each => each.Code)
        .Select(group => new BlockedFlows(group.Key, group.Sum(each => each.Flows)))
        .OrderByDescending(each => each.Flows)
        .ThenBy(each => each.Code)
        .ToEquatableArray();
}

/// <summary>What two ends had with each other.</summary>
/// <param name="From">Who opened: the path of an element, or <c>internet</c>.</param>
/// <param name="To">Who was meant: the path of an element, or <c>internet</c>.</param>
/// <param name="Flows">Flows attempted.</param>
/// <param name="Established">Flows answered.</param>
/// <param name="Blocked">Flows given up.</param>
/// <param name="Packets">Packets sent by either.</param>
/// <param name="Bytes">Bytes sent by either.</param>
public sealed record EndpointPair(
    string From, string To, long Flows, long Established, long Blocked, long Packets, long Bytes)
{
    /// <summary>Those of the same ends as one, by their names.</summary>
    internal static EquatableArray<EndpointPair> Sum(IEnumerable<EndpointPair> pairs) => pairs
        .GroupBy(pair => (pair.From, pair.To))
        .Select(group => new EndpointPair(
            group.Key.From,
            group.Key.To,
            group.Sum(pair => pair.Flows),
            group.Sum(pair => pair.Established),
            group.Sum(pair => pair.Blocked),
            group.Sum(pair => pair.Packets),
            group.Sum(pair => pair.Bytes)))
        .OrderBy(pair => pair.From, StringComparer.Ordinal)
        .ThenBy(pair => pair.To, StringComparer.Ordinal)
        .ToEquatableArray();
}

/// <summary>How a NAT gateway was used.</summary>
/// <param name="NatGateway">Its path.</param>
/// <param name="Flows">Flows opened.</param>
/// <param name="PeakFlows">The most flows at once.</param>
/// <param name="PeakPorts">The most ports in use at once to one destination; 55,000 is the limit.</param>
/// <param name="Refused">Flows refused because no port was left.</param>
public sealed record NatGatewayReport(string NatGateway, long Flows, int PeakFlows, int PeakPorts, long Refused);
