using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Simulation.Reports;

/// <summary>Adds up what flows did.</summary>
internal static class ReportBuilding
{
    public static SimulationReport Report(
        Dataplane dataplane, FlowTotals totals, FlowLogRecording recording, RunMeasurements measurements, SimulationOptions options)
    {
        var paths = new ElementPaths(dataplane.Network.Graph);
        return new SimulationReport
        {
            Network = dataplane.Network.Name,
            Seed = options.Seed,
            Start = options.Start,
            Duration = options.Duration,
            Attempted = totals.Pairs.Values.Sum(pair => pair.Flows),
            Established = totals.Pairs.Values.Sum(pair => pair.Established),
            Blocked = totals.Pairs.Values.Sum(pair => pair.Blocked),
            BlockedByCode = totals.Blocked
                .Select(each => new BlockedFlows(each.Key, each.Value))
                .OrderByDescending(blocked => blocked.Flows)
                .ThenBy(blocked => blocked.Code)
                .ToEquatableArray(),
            Packets = totals.Pairs.Values.Sum(pair => pair.Packets),
            DroppedPackets = totals.DroppedPackets,
            Bytes = totals.Pairs.Values.Sum(pair => pair.Bytes),
            Pairs = totals.Pairs
                .GroupBy(each => (From: paths.OfHolder(each.Key.Client), To: paths.OfHolder(each.Key.Target)), each => each.Value)
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
            NatGateways = dataplane.NatGateways
                .Select(use => new NatGatewayReport(paths.OfHolder(use.Holder), use.Opened, use.PeakFlows, use.PeakPorts, use.Refused))
                .ToEquatableArray(),
            Measurements = measurements,
            Failures = FailureMark.Of(options),
            FlowLogFiles = recording.Files.ToEquatableArray(),
            FlowLogRecords = recording.Records,
            FlowLogs = recording.States.ToEquatableArray(),
        };
    }
}
