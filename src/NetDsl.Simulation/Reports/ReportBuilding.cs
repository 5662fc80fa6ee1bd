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
            BlockedByCode = BlockedFlows.Sum(totals.Blocked.Select(each => new BlockedFlows(each.Key, each.Value))),
            Packets = totals.Pairs.Values.Sum(pair => pair.Packets),
            DroppedPackets = totals.DroppedPackets,
            Bytes = totals.Pairs.Values.Sum(pair => pair.Bytes),
            Pairs = EndpointPair.Sum(totals.Pairs.Select(each => new EndpointPair(
                paths.OfHolder(each.Key.Client),
                paths.OfHolder(each.Key.Target),
                each.Value.Flows,
                each.Value.Established,
                each.Value.Blocked,
                each.Value.Packets,
                each.Value.Bytes))),
            NatGateways = dataplane.NatGateways
                .Select(use => new NatGatewayReport(paths.OfHolder(use.Holder), use.Opened, use.PeakFlows, use.PeakPorts, use.Refused))
                .ToEquatableArray(),
            Measurements = measurements,
            Failures = FailureMark.Of(options, dataplane.UnhealthyEndpoints),
            FlowLogFiles = recording.Files.ToEquatableArray(),
            FlowLogRecords = recording.Records,
            FlowLogs = recording.States.ToEquatableArray(),
        };
    }
}
