using NetDsl.Model;

namespace NetDsl.Simulation.Reports;

/// <summary>Adds up the reports of the parts of a run.</summary>
internal static class ReportMerging
{
    public static SimulationReport Merge(IReadOnlyList<SimulationReport> parts) => parts[0] with
    {
        Attempted = parts.Sum(part => part.Attempted),
        Established = parts.Sum(part => part.Established),
        Blocked = parts.Sum(part => part.Blocked),
        BlockedByCode = parts
            .SelectMany(part => part.BlockedByCode)
            .GroupBy(blocked => blocked.Code)
            .Select(group => new BlockedFlows(group.Key, group.Sum(blocked => blocked.Flows)))
            .OrderByDescending(blocked => blocked.Flows)
            .ThenBy(blocked => blocked.Code)
            .ToEquatableArray(),
        Packets = parts.Sum(part => part.Packets),
        DroppedPackets = parts.Sum(part => part.DroppedPackets),
        Bytes = parts.Sum(part => part.Bytes),
        Pairs = parts
            .SelectMany(part => part.Pairs)
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
            .ToEquatableArray(),

        // Parts have different gateways; where they share one, its peaks are at most the sum.
        NatGateways = parts
            .SelectMany(part => part.NatGateways)
            .GroupBy(use => use.NatGateway)
            .Select(group => new NatGatewayReport(group.Key, group.Sum(use => use.Flows), group.Sum(use => use.PeakFlows), group.Sum(use => use.PeakPorts), group.Sum(use => use.Refused)))
            .ToEquatableArray(),
        Measurements = parts.Select(part => part.Measurements).Aggregate((all, part) => all.Merge(part)),
        Failures = parts.SelectMany(part => part.Failures).Distinct().OrderBy(mark => mark.At).ToEquatableArray(),
        FlowLogFiles = parts.SelectMany(part => part.FlowLogFiles).ToEquatableArray(),
        FlowLogRecords = parts.Sum(part => part.FlowLogRecords),
        FlowLogs = parts[0].FlowLogs,
    };
}
