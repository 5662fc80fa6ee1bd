using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Measurements;

namespace NetDsl.Simulation.Reports;

/// <summary>Adds up what flows did.</summary>
internal static class ReportBuilding
{
    public static SimulationReport Report(
        Dataplane dataplane, IReadOnlyList<FlowRun> flows, FlowLogRecording recording, RunMeasurements measurements, SimulationOptions options)
    {
        var paths = new ElementPaths(dataplane.Network.Graph);
        var started = flows.Where(flow => flow.HasStarted).ToList();
        return new SimulationReport
        {
            Network = dataplane.Network.Name,
            Seed = options.Seed,
            Start = options.Start,
            Duration = options.Duration,
            Attempted = started.Count,
            Established = started.Count(IsEstablished),
            Blocked = started.Count(IsBlocked),
            BlockedByCode = started
                .Where(IsBlocked)
                .GroupBy(flow => flow.Code!.Value)
                .Select(group => new BlockedFlows(group.Key, group.Count()))
                .OrderByDescending(blocked => blocked.Flows)
                .ThenBy(blocked => blocked.Code)
                .ToEquatableArray(),
            Packets = started.Sum(flow => flow.Packets),
            DroppedPackets = started.Sum(flow => flow.DroppedPackets),
            Bytes = started.Sum(flow => flow.Bytes),
            Pairs = started
                .GroupBy(flow => (From: paths.OfHolder(flow.Plan.Client), To: paths.OfHolder(flow.Plan.Target)))
                .Select(group => new EndpointPair(
                    group.Key.From,
                    group.Key.To,
                    group.Count(),
                    group.Count(IsEstablished),
                    group.Count(IsBlocked),
                    group.Sum(flow => flow.Packets),
                    group.Sum(flow => flow.Bytes)))
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
        };
    }

    private static bool IsEstablished(FlowRun flow) => flow.Outcome == FlowOutcome.Established;

    private static bool IsBlocked(FlowRun flow) => flow.Outcome == FlowOutcome.Blocked;
}
