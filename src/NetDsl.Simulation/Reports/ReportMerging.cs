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
        BlockedByCode = BlockedFlows.Sum(parts.SelectMany(part => part.BlockedByCode)),
        Packets = parts.Sum(part => part.Packets),
        DroppedPackets = parts.Sum(part => part.DroppedPackets),
        Bytes = parts.Sum(part => part.Bytes),
        Pairs = EndpointPair.Sum(parts.SelectMany(part => part.Pairs)),

        // Parts have different gateways; where they share one, its peaks are at most the sum.
        NatGateways = parts
            .SelectMany(part => part.NatGateways)
            .GroupBy(use => use.NatGateway)
            .Select(group => new NatGatewayReport(group.Key, group.Sum(use => use.Flows), group.Sum(use => use.PeakFlows), group.Sum(use => use.PeakPorts), group.Sum(use => use.Refused)))
            .ToEquatableArray(),
        Measurements = parts.Select(part => part.Measurements).Aggregate((all, part) => all.Merge(part)),
        Failures = parts.SelectMany(part => part.Failures).Distinct().OrderBy(mark => mark.At).ToEquatableArray(),
        Events = parts.SelectMany(part => part.Events).Distinct().OrderBy(each => each.At).ToEquatableArray(),
        FlowLogFiles = parts.SelectMany(part => part.FlowLogFiles).ToEquatableArray(),
        FlowLogRecords = parts.Sum(part => part.FlowLogRecords),
        FlowLogs = parts.SelectMany(part => part.FlowLogs).Distinct().ToEquatableArray(),
    };
}
